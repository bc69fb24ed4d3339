// The version and MIXED, BOXES, DOTS or IMAGES come first.
// Edges come from the distance to the shape's outline, half a pixel to either side.

flat in vec4 vEnds;
flat in vec4 vNumbers;
flat in vec4 vFill;
#ifndef DOTS
flat in vec4 vExtra;
flat in vec4 vStroke;
in vec2 place;
in vec2 texel;
#endif

uniform sampler2D atlas; // or the image

out vec4 color;

const int BOX = 0;
const int SEGMENT = 1;
const int GLYPH = 2;

float boxDistance(vec2 p, vec2 halfSize, float radius) {
    vec2 q = abs(p) - halfSize + radius;
    return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

float segmentDistance(vec2 p, vec2 a, vec2 b) {
    vec2 ab = b - a;
    float t = clamp(dot(p - a, ab) / max(dot(ab, ab), 1e-12), 0.0, 1.0);
    return length(p - a - t * ab);
}

float cross2(vec2 a, vec2 b) {
    return a.x * b.y - a.y * b.x;
}

float triangleDistance(vec2 p, vec2 a, vec2 b, vec2 c) {
    float edge = min(segmentDistance(p, a, b), min(segmentDistance(p, b, c), segmentDistance(p, c, a)));
    float s = sign(cross2(b - a, c - a));
    bool inside = s * cross2(b - a, p - a) >= 0.0 && s * cross2(c - b, p - b) >= 0.0
        && s * cross2(a - c, p - c) >= 0.0;
    return inside ? -edge : edge;
}

float coverage(float distance) {
    return clamp(0.5 - distance, 0.0, 1.0);
}

#if defined(BOXES)
void main() {
    vec2 inside = min(place - min(vEnds.xy, vEnds.zw), max(vEnds.xy, vEnds.zw) - place);
    vec2 covered = clamp(inside + 0.5, 0.0, 1.0);
    color = vec4(vFill.rgb, vFill.a * covered.x * covered.y);
}
#elif defined(IMAGES)
void main() {
    color = texture(atlas, texel);
}
#elif defined(DOTS)
void main() {
    float d = distance(gl_FragCoord.xy, 0.5 * (vEnds.xy + vEnds.zw)) - vNumbers.x;
    color = vec4(vFill.rgb, vFill.a * coverage(d));
}
#else
void main() {
    int kind = int(vNumbers.z + 0.5);
    if (kind == GLYPH) {
        color = vec4(vFill.rgb, vFill.a * texelFetch(atlas, ivec2(texel), 0).r);
        return;
    }
    if (kind == SEGMENT) {
        float d = segmentDistance(place, vEnds.xy, vEnds.zw) - vNumbers.x;
        color = vec4(vFill.rgb, vFill.a * coverage(d));
        return;
    }
    float d;
    if (kind == BOX) {
        vec2 halfSize = 0.5 * abs(vEnds.zw - vEnds.xy);
        d = boxDistance(place - 0.5 * (vEnds.xy + vEnds.zw), halfSize, min(vNumbers.x, min(halfSize.x, halfSize.y)));
    } else {
        d = triangleDistance(place, vEnds.xy, vEnds.zw, vExtra.xy);
    }
    float under = vFill.a * coverage(d);
    float over = vNumbers.y > 0.0 ? vStroke.a * coverage(abs(d) - 0.5 * vNumbers.y) : 0.0;
    float alpha = over + under * (1.0 - over);
    vec3 mixed = alpha > 0.0 ? (over * vStroke.rgb + under * (1.0 - over) * vFill.rgb) / alpha : vec3(0.0);
    color = vec4(mixed, alpha);
}
#endif
