package org.teleost.viewer.gl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL20C;
import org.teleost.viewer.canvas.Canvas;

/** A program that draws canvas primitives. */
final class CanvasShader implements AutoCloseable {
    private final int program;
    private final int size;

    /** The program for runs of one content. */
    CanvasShader(Canvas.Content content) {
        int vertex = compile(GL20C.GL_VERTEX_SHADER, "canvas.vert", content);
        int fragment = compile(GL20C.GL_FRAGMENT_SHADER, "canvas.frag", content);
        program = GL20C.glCreateProgram();
        GL20C.glAttachShader(program, vertex);
        GL20C.glAttachShader(program, fragment);
        GL20C.glLinkProgram(program);
        GL20C.glDeleteShader(vertex);
        GL20C.glDeleteShader(fragment);
        if (GL20C.glGetProgrami(program, GL20C.GL_LINK_STATUS) == GL11C.GL_FALSE) {
            throw new IllegalStateException("canvas shader does not link: " + GL20C.glGetProgramInfoLog(program));
        }
        size = GL20C.glGetUniformLocation(program, "size");
    }

    private static int compile(int type, String name, Canvas.Content content) {
        int shader = GL20C.glCreateShader(type);
        String version = "#version 330 core\n#define " + content.name() + "\n";
        GL20C.glShaderSource(shader, version + source(name));
        GL20C.glCompileShader(shader);
        if (GL20C.glGetShaderi(shader, GL20C.GL_COMPILE_STATUS) == GL11C.GL_FALSE) {
            throw new IllegalStateException(name + " does not compile: " + GL20C.glGetShaderInfoLog(shader));
        }
        return shader;
    }

    private static String source(String name) {
        try (InputStream in = CanvasShader.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + CanvasShader.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }

    void use(int width, int height) {
        GL20C.glUseProgram(program);
        GL20C.glUniform2f(size, width, height);
    }

    @Override
    public void close() {
        GL20C.glDeleteProgram(program);
    }
}
