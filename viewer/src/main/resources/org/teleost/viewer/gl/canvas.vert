// The version and MIXED, BOXES, DOTS or IMAGES come first.
// One instance is one primitive of the canvas; four corners of a quad that covers it. Dots are points instead, one
// vertex each.

layout(location = 0) in vec4 ends;    // corners or end points, pixels
layout(location = 1) in vec4 numbers; // radius, stroke width, kind
layout(location = 2) in vec4 extra;   // atlas corners, or the third point
layout(location = 3) in vec4 fill;
layout(location = 4) in vec4 stroke;

uniform vec2 size; // of the picture, pixels

flat out vec4 vEnds;
flat out vec4 vNumbers;
flat out vec4 vFill;
#ifndef DOTS
flat out vec4 vExtra;
flat out vec4 vStroke;
out vec2 place;
out vec2 texel;
#endif

const int BOX = 0;
const int SEGMENT = 1;
const int GLYPH = 2;
const int TRIANGLE = 3;

#ifdef DOTS
void main() {
    vEnds = ends;
    vNumbers = numbers;
    vFill = fill;
    vec2 middle = 0.5 * (ends.xy + ends.zw);
    gl_PointSize = 2.0 * ceil(numbers.x + 0.5) + 1.0;
    gl_Position = vec4(2.0 * middle / size - 1.0, 0.0, 1.0);
}
#else
void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    int kind = int(numbers.z + 0.5);
    vec2 low = min(ends.xy, ends.zw);
    vec2 high = max(ends.xy, ends.zw);
    texel = vec2(0.0);
    if (kind == GLYPH) {
        place = mix(low, high, corner);
        texel = mix(extra.xy, extra.zw, corner);
    } else if (kind == SEGMENT) {
        // along the line, so that long slanted ones cover few pixels
        vec2 along = ends.zw - ends.xy;
        float span = length(along);
        vec2 u = span > 0.0 ? along / span : vec2(1.0, 0.0);
        float reach = numbers.x + 0.5;
        vec2 c = 2.0 * corner - 1.0;
        place = (corner.x > 0.5 ? ends.zw : ends.xy) + reach * (c.x * u + c.y * vec2(-u.y, u.x));
    } else {
        if (kind == TRIANGLE) {
            low = min(low, extra.xy);
            high = max(high, extra.xy);
        }
#ifdef IMAGES
        float reach = 0.0;
        texel = mix(extra.xy, extra.zw, corner);
#else
        // no pixel farther out is covered
        float reach = 0.5 * numbers.y + 0.5;
#endif
        place = mix(low - reach, high + reach, corner);
    }
    vEnds = ends;
    vNumbers = numbers;
    vExtra = extra;
    vFill = fill;
    vStroke = stroke;
    // row 0 of the framebuffer is the top of the picture
    gl_Position = vec4(2.0 * place / size - 1.0, 0.0, 1.0);
}
#endif
