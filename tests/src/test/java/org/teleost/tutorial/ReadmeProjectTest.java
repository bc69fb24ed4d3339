package org.teleost.tutorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teleost.model.GenerativeModel;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The project of one's own in README.md: its pom names what is built here, and its class needs the planner alone. */
class ReadmeProjectTest {
    private static final Path ROOT = Path.of(System.getProperty("teleost.root", ".."));

    @TempDir
    private Path folder;

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?ms)^```" + language + "$\\n(.*?)^```$")
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static String first(Document pom, String element) {
        return pom.getElementsByTagName(element).item(0).getTextContent();
    }

    @Test
    void itsPomNamesTheVersionThatIsBuiltHereAndNothingElse() throws Exception {
        Document project = xml(block("xml"));
        assertThat(project.getElementsByTagName("dependency").getLength()).isEqualTo(1);
        Document planner = xml(Files.readString(ROOT.resolve("planner/core/pom.xml")));
        String dependency = project.getElementsByTagName("dependency").item(0).getTextContent();
        assertThat(dependency.split("\\s+"))
                .containsExactly("", first(planner, "groupId"), "teleost-planner", first(planner, "version"));
        assertThat(planner.getElementsByTagName("dependency").getLength()).isZero();
        assertThat(first(project, "maven.compiler.source")).isEqualTo("17");
    }

    @Test
    void itsClassCompilesWithThePlannerAloneAndListensFirst() throws Exception {
        Path source = Files.writeString(folder.resolve("FirstDecision.java"), block("java FirstDecision.java"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int code = compiler.run(
                null, messages, messages, "-Xlint:all", "-cp", planner(), "-d", folder.toString(), source.toString());
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(code).isZero();
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("FirstDecision").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .first()
                .asString()
                .startsWith("action 2, worth ");
    }

    private static String planner() throws URISyntaxException {
        return Path.of(GenerativeModel.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
