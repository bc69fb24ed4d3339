package org.teleost.envs.gallery;

import java.util.ArrayList;
import java.util.List;
import org.teleost.envs.baby.Baby;
import org.teleost.envs.baby.FeedWhenLikely;
import org.teleost.envs.conttag.ContTag;
import org.teleost.envs.docking.Docking;
import org.teleost.envs.docking.DriveThenDock;
import org.teleost.envs.drone.DroneSurveillance;
import org.teleost.envs.lasertag.LaserTag;
import org.teleost.envs.lightdark.LightDark1D;
import org.teleost.envs.lightdark.LightDark2D;
import org.teleost.envs.lightdark.LightThenHome;
import org.teleost.envs.lightdark.LightThenTarget;
import org.teleost.envs.maintenance.Maintenance;
import org.teleost.envs.maintenance.RuleOfThree;
import org.teleost.envs.parking.Parking;
import org.teleost.envs.pocman.Pocman;
import org.teleost.envs.pushbox.Pushbox;
import org.teleost.envs.roomba.Roomba;
import org.teleost.envs.sensorplacement.SensorPlacement;
import org.teleost.envs.subhunt.PingFirst;
import org.teleost.envs.subhunt.SubHunt;
import org.teleost.envs.tag.Tag;
import org.teleost.envs.vdptag.Chasers;
import org.teleost.envs.vdptag.VdpTagContinuous;
import org.teleost.envs.vdptag.VdpTagDiscrete;
import org.teleost.problem.Problem;
import org.teleost.problem.ProblemProvider;

/**
 * Lists the benchmark problems that need no code beside their model: those whose actions are few, then the continuous.
 */
public final class GalleryProvider implements ProblemProvider {
    @Override
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(discrete());
        problems.addAll(continuous());
        return problems;
    }

    private static List<Problem> discrete() {
        return List.of(
                GalleryProblem.fixed(
                        "tag",
                        "Tag: find and catch a fleeing target that is seen only in the robot's own cell",
                        90,
                        Tag::new),
                new GalleryProblem(
                        "lasertag",
                        "LaserTag: chase a target by eight noisy beams, own place unknown",
                        90,
                        LaserTag::new),
                new GalleryProblem(
                        "lasertag-noisy",
                        "LaserTag whose robot and target may start in an obstacle",
                        90,
                        LaserTag::startingAnywhere),
                GalleryProblem.fixed(
                                "subhunt",
                                "SubHunt: find a submarine and sink it before it crosses; a ping warns it",
                                100,
                                SubHunt::new)
                        .with("ping-first", model -> new PingFirst((SubHunt) model)),
                GalleryProblem.fixed(
                        "vdptag2-discrete",
                        "VDPTag2 with 20 directions: catch a Van der Pol oscillator, seen by noisy beams",
                        100,
                        VdpTagDiscrete::new),
                GalleryProblem.fixed(
                        "pocman",
                        "Pocman: eat in a maze with four ghosts, seeing and smelling little",
                        90,
                        Pocman::new),
                GalleryProblem.fixed("docking", "Docking: two noisy ranges, one try to dock", 60, Docking::new)
                        .with("drive-then-dock", model -> new DriveThenDock((Docking) model)),
                GalleryProblem.fixed(
                                "baby", "Baby: feed it when it is hungry, which only its crying tells", 100, Baby::new)
                        .with("feed-when-likely", model -> new FeedWhenLikely((Baby) model)),
                GalleryProblem.fixed(
                                "lightdark-1d",
                                "LightDark1D: stop at the origin, but the position is seen well only near 10",
                                100,
                                LightDark1D::new)
                        .with("light-then-home", model -> new LightThenHome((LightDark1D) model)),
                GalleryProblem.fixed(
                        "drone-surveillance",
                        "DroneSurveillance: watch a far region without meeting the ground agent",
                        100,
                        DroneSurveillance::new),
                GalleryProblem.fixed(
                                "maintenance",
                                "Maintenance: operate, inspect, repair or replace a machine whose wear is hidden",
                                100,
                                Maintenance::new)
                        .with("rule-of-three", model -> new RuleOfThree((Maintenance) model)));
    }

    private static List<Problem> continuous() {
        List<Problem> problems = new ArrayList<>();
        problems.add(GalleryProblem.fixed(
                        "vdptag2",
                        "VDPTag2: catch a Van der Pol oscillator, seen by noisy beams",
                        100,
                        VdpTagContinuous::new)
                .with("to-next", model -> Chasers.toNext((VdpTagContinuous) model))
                .with("manage-uncertainty", model -> Chasers.manageUncertainty((VdpTagContinuous) model)));
        problems.add(GalleryProblem.fixed(
                        "lightdark-2d",
                        "LightDark2D: reach the origin exactly, but the place is seen well only at x = 5",
                        30,
                        LightDark2D::new)
                .with("light-then-target", model -> new LightThenTarget((LightDark2D) model)));
        problems.add(new GalleryProblem(
                "conttag", "ContTag: find and catch a fleeing target in the plane, mostly unseen", 90, ContTag::new));
        problems.add(GalleryProblem.fixed(
                "roomba", "Roomba: find the door of a room by its bumper alone, and not the stairs", 100, Roomba::new));
        for (int dimensions = 2; dimensions <= 3; dimensions++) {
            int d = dimensions;
            problems.add(GalleryProblem.fixed(
                    "pushbox-" + d + "d",
                    "Pushbox in " + d + " dimensions: push a box, known by its bearing, to a goal",
                    50,
                    () -> new Pushbox(d)));
            problems.add(GalleryProblem.fixed(
                    "parking-" + d + "d",
                    "Parking in " + d + " dimensions: find one's lane by noisy tiles, then park between obstacles",
                    50,
                    () -> new Parking(d)));
        }
        for (int joints = 6; joints <= 12; joints += 2) {
            int d = joints;
            problems.add(GalleryProblem.fixed(
                    "sensor-placement-" + d,
                    "SensorPlacement: an arm of " + d + " joints places a sensor on a wall by touch",
                    50,
                    () -> new SensorPlacement(d)));
        }
        return problems;
    }
}
