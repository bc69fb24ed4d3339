package org.teleost.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the default build depends on, as its POMs say; profiles are another matter. */
class DependenciesTest {
    private static final Path ROOT = Path.of(System.getProperty("teleost.root"));

    @Test
    void thePlannerNeedsTheJdkAlone() throws Exception {
        assertThat(dependencies("planner/core")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner/learn", "planner/experiments", "planner/cuda", "envs", "viewer"})
    void nothingInTheDefaultBuildBringsCuda(String module) throws Exception {
        assertThat(dependencies(module)).isNotEmpty().noneMatch(name -> name.contains("cuda"));
    }

    @Test
    void noProfileOfCudaIsActiveByItself() throws Exception {
        List<Element> profiles =
                children(children(project("planner/cuda"), "profiles").get(0), "profile");
        assertThat(profiles)
                .hasSize(2)
                .allSatisfy(
                        profile -> assertThat(children(profile, "activation")).isEmpty());
    }

    /** As group:artifact, without those of tests. */
    private static List<String> dependencies(String module) throws Exception {
        List<String> names = new ArrayList<>();
        List<Element> all = children(project(module), "dependencies");
        for (Element dependency : all.isEmpty() ? all : children(all.get(0), "dependency")) {
            List<Element> scope = children(dependency, "scope");
            if (scope.isEmpty() || !scope.get(0).getTextContent().equals("test")) {
                names.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId"));
            }
        }
        return names;
    }

    private static Element project(String module) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(ROOT.resolve(module).resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
