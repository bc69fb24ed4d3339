package org.teleost.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.teleost.conformance.BrokenModelReports.assertError;
import static org.teleost.conformance.BrokenModelReports.report;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.teleost.conformance.Finding.Severity;
import org.teleost.fixtures.BrokenModel;
import org.teleost.fixtures.HiddenCoin;
import org.teleost.fixtures.TinyTiger;
import org.teleost.model.Outcome;
import org.teleost.model.State;
import org.teleost.model.StateLayout;
import org.teleost.random.RandomStream;

class BrokenModelsTest {

    @ParameterizedTest
    @CsvSource({
        "STEP_THROWS, episode, broken on purpose",
        "STEP_OVERFLOWS_STACK, episode, StackOverflowError",
        "NAN_REWARD, episode, reward=NaN",
        "INFINITE_REWARD, episode, reward=Infinity",
        "OBSERVATION_TOO_LARGE, episode, observation=2 outside 0 to 1",
        "OBSERVATION_NEGATIVE, episode, observation=-1 outside 0 to 1",
        "IMPOSSIBLE_OBSERVATIONS, likelihood, beliefs would lose the true state",
        "NAN_LIKELIHOOD, likelihood, logLikelihood=NaN",
        "LIKELIHOOD_THROWS, likelihood, broken on purpose",
        "NAN_HEURISTIC, episode, heuristicValue=NaN",
        "NO_LEGAL_ACTION, action, no legal action",
        "PROPOSES_NO_ACTION, action, 'proposeAction returned 3, which is no action'",
        "INITIAL_THROWS, initial, broken on purpose"
    })
    void everyFaultOfTheBrokenModelIsNamed(BrokenModel.Fault fault, String check, String text) {
        assertError(BrokenModel.tiger(fault), check, text);
    }

    @ParameterizedTest
    @CsvSource({"NAN_REWARD, episode", "IMPOSSIBLE_OBSERVATIONS, likelihood", "STEP_THROWS, episode"})
    void aFaultOfOneActionIsFoundAndTheActionNamed(BrokenModel.Fault fault, String check) {
        assertError(new BrokenModel(new TinyTiger(), fault, TinyTiger.LISTEN), check, "action=0 (listen)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY})
    void aDurationThatIsNoneIsNamed(double duration) {
        assertError(
                new TinyTiger() {
                    @Override
                    public double duration(int action, State nextState) {
                        return duration;
                    }
                },
                "episode",
                "duration=" + duration + "; it must be positive and finite");
    }

    @Test
    void aDurationThatChangesWhenAskedAgainIsNamed() {
        assertError(
                new TinyTiger() {
                    private int asked;

                    @Override
                    public double duration(int action, State nextState) {
                        return ++asked;
                    }
                },
                "episode",
                "and another when asked again");
    }

    @Test
    void anImpossibleLayoutStopsTheOtherChecks() {
        ConformanceReport report = report(new TinyTiger() {
            @Override
            public double discount() {
                return 1.5;
            }

            @Override
            public int actionCount() {
                return 0;
            }
        });
        assertThat(report.checks()).containsExactly("layout");
        assertThat(report.text()).contains("discount=1.5", "actionCount=0", "skipped");
    }

    @Test
    void aLaneThatTheLayoutDoesNotNameIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public StateLayout layout() {
                        return StateLayout.ofFloats("tiger");
                    }
                },
                "initial",
                "ArrayIndexOutOfBounds");
    }

    @Test
    void twoLanesOfOneNameAreAWarning() {
        ConformanceReport report = report(new HiddenCoin() {
            private final StateLayout layout = StateLayout.ofInts("a", "a").withHistory("b", "c", "d");

            @Override
            public StateLayout layout() {
                return layout;
            }
        });
        assertThat(report.findings(Severity.WARNING)).singleElement().asString().contains("'a' is used twice");
    }

    @Test
    void anInitialStateThatKeepsGarbageIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public void sampleInitial(State state, RandomStream stream) {
                        state.ints[0] = stream.nextInt(2);
                    }
                },
                "initial",
                "coin1");
    }

    @Test
    void aRewardOutsideTheStatedRangeIsFound() {
        ConformanceSettings settings = ConformanceSettings.defaults().withRewardRange(-50, 10);
        ConformanceReport report = ModelConformance.check(new TinyTiger(), settings);
        assertThat(report.passed()).isFalse();
        assertThat(report.findings("episode").get(0).message()).contains("reward=-100.0 outside -50.0 to 10.0");
    }

    @Test
    void anOutcomeFieldLeftUnsetIsFound() {
        for (String field : List.of("reward", "observation", "terminal")) {
            assertError(
                    new TinyTiger() {
                        @Override
                        public void step(State state, int action, RandomStream stream, Outcome out) {
                            Outcome all = new Outcome();
                            super.step(state, action, stream, all);
                            out.reward = field.equals("reward") ? out.reward : all.reward;
                            out.observation = field.equals("observation") ? out.observation : all.observation;
                            out.terminal = field.equals("terminal") ? out.terminal : all.terminal;
                        }
                    },
                    "step",
                    "out." + field + " unset");
        }
    }

    @Test
    void aStepWithRandomnessOfItsOwnIsFound() {
        assertError(
                new TinyTiger() {
                    private final RandomStream own = new RandomStream(1);

                    @Override
                    public void step(State state, int action, RandomStream stream, Outcome out) {
                        super.step(state, action, own, out);
                    }
                },
                "step",
                "the same state, action and stream gave");
    }

    @Test
    void aHeuristicThatChangesTheStateIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public double heuristicValue(State state) {
                        state.ints[0] = 1 - state.ints[0];
                        return 0.0;
                    }
                },
                "query",
                "heuristicValue changed lane tiger");
    }

    @Test
    void anIllegalProposalIsFound() {
        assertError(
                new HiddenCoin() {
                    @Override
                    public int proposeAction(State state, RandomStream stream) {
                        return stream.nextInt(4);
                    }
                },
                "action",
                "which is not legal");
    }

    @Test
    void anActionThatIsNeverProposedAnywhereIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public int proposeAction(State state, RandomStream stream) {
                        return stream.nextInt(2);
                    }
                },
                "action",
                "never proposed 1 of the legal actions");
    }

    @Test
    void anActionThatSomeStatesNeverProposeIsAWarning() {
        ConformanceReport report = report(new TinyTiger() {
            @Override
            public int proposeAction(State state, RandomStream stream) {
                return state.ints[0] == 0 ? stream.nextInt(2) : stream.nextInt(3);
            }
        });
        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.findings(Severity.WARNING))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.toString())
                        .contains("[action]", "1 of 3 legal actions were never proposed", "2 (open-right)"));
    }

    /**
     * One step in a thousand: random episodes of a thousand steps in all may well miss it, statistical tests do not.
     */
    @Test
    void aRareObservationThatIsNoIdIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public void step(State state, int action, RandomStream stream, Outcome out) {
                        super.step(state, action, stream, out);
                        if (stream.nextBoolean(0.001)) {
                            out.observation = observationCount();
                        }
                    }
                },
                "likelihood",
                "observation=2 outside 0 to 1");
    }

    @Test
    void theReportSaysWhatWasNeverMet() {
        ConformanceReport report = report(new TinyTiger() {
            @Override
            public long observationCount() {
                return 3;
            }

            @Override
            public double logLikelihood(long observation, int action, State nextState) {
                return observation == 2
                        ? Double.NEGATIVE_INFINITY
                        : super.logLikelihood(observation, action, nextState);
            }
        });
        assertThat(report.text())
                .contains("actions taken 3 of 3", "observations met 2 of 3, never 2", "ended an episode 0, so nothing");
    }

    @Test
    void aMissingTextIsFound() {
        assertError(
                new TinyTiger() {
                    @Override
                    public String observationText(long observation) {
                        return null;
                    }
                },
                "text",
                "observationText");
        assertError(
                new TinyTiger() {
                    @Override
                    public String actionText(int action) {
                        return action == 1 ? " " : "a" + action;
                    }
                },
                "text",
                "actionText(1) is blank");
    }

    @Test
    void aModelThatBehavesDifferentlyOnAnotherThreadIsFound() {
        ConformanceReport report = report(new TinyTiger() {
            private final Thread owner = Thread.currentThread();

            @Override
            public void step(State state, int action, RandomStream stream, Outcome out) {
                super.step(state, action, stream, out);
                out.reward += Thread.currentThread() == owner ? 0.0 : 1.0;
            }
        });
        assertThat(report.findings("step"))
                .as("no check on one thread can see it")
                .isEmpty();
        assertThat(report.findings("sharing")).singleElement().asString().contains("keeps mutable state");
    }

    @Test
    void scratchKeptInTheModelBetweenStepsIsFound() {
        assertError(
                new TinyTiger() {
                    private int last;

                    @Override
                    public void step(State state, int action, RandomStream stream, Outcome out) {
                        super.step(state, action, stream, out);
                        out.reward += last == action ? 1.0 : 0.0;
                        last = action;
                    }
                },
                "step",
                "keep no state in the model");
    }

    @Test
    void anEndlessUndiscountedModelIsAWarning() {
        ConformanceReport report = report(new TinyTiger() {
            @Override
            public double discount() {
                return 1.0;
            }
        });
        assertThat(report.findings(Severity.WARNING)).singleElement().asString().contains("returns may be unbounded");
    }

    @Test
    void assertPassedThrowsTheReportAsText() {
        ConformanceReport report = report(BrokenModel.tiger(BrokenModel.Fault.NAN_REWARD));
        assertThatThrownBy(report::assertPassed)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("model broken-tiny-tiger failed 12 checks")
                .hasMessageContaining("ERROR [episode] model=broken-tiny-tiger action=")
                .hasMessageContaining("and ");
    }
}
