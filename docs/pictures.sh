#!/usr/bin/env bash
# Makes the pictures of episodes in README.md and docs/ anew: fixed seeds and counted budgets, so that they show the same
# decisions on every machine; only planning times differ. Needs no display.
#
#   docs/pictures.sh                all
#   docs/pictures.sh tiger mars-20  some
#   docs/pictures.sh check [FOLDER] every scene at three sizes and two scales, with sheets of them, to be looked at
#   TELEOST=...                     another launcher than ./teleost
set -euo pipefail
root=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
images=$root/docs/images
teleost=${TELEOST:-$root/teleost}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wanted=("$@")

if [ "${1:-}" = check ]; then
    cd "$root"
    mvn -B -ntp -q -pl viewer -am test -Dtest=EverySceneFitsTest -Dsurefire.failIfNoSpecifiedTests=false \
        -Dpictures.check="$(realpath -m "${2:-$images/check}")"
    exit
fi

asked_for() {
    [ ${#wanted[@]} -eq 0 ] || [[ " ${wanted[*]} " == *" $1 "* ]]
}

# plan PROBLEM SEED BUDGET STEPS: one episode
plan() {
    "$teleost" plan "$1" --seed "$2" --budget "$3" --steps "$4" --episodes 1 --out "$work/$1" --quiet >/dev/null
}

# draw PROBLEM NAME OPTION...: a picture of the episode
draw() {
    "$teleost" render "$work/$1/episode-0000.mcap" "${@:3}" -o "$images/$2.png"
    echo "docs/images/$2.png"
}

# planning problems

if asked_for tiger; then
    plan tiger 4 20000ep 10
    draw tiger tiger --step 1
fi

if asked_for table; then
    cat > "$work/machine.pomdp" <<'FILE'
# a machine that may be worn; looking costs little, repairing much
discount: 0.95
values: reward
states: fine worn
actions: run inspect repair
observations: quiet loud
start: fine
T: run : fine : fine 0.9
T: run : fine : worn 0.1
T: run : worn : worn 1.0
T: inspect
identity
T: repair : * : fine 1.0
O: * : fine : quiet 0.75
O: * : fine : loud 0.25
O: * : worn : quiet 0.35
O: * : worn : loud 0.65
O: inspect : fine : quiet 0.95
O: inspect : fine : loud 0.05
O: inspect : worn : quiet 0.05
O: inspect : worn : loud 0.95
R: run : fine : * : * 10
R: run : worn : * : * -6
R: inspect : * : * : * -1
R: repair : * : * : * -12
FILE
    "$teleost" plan "$work/machine.pomdp" --seed 2 --budget 5000ep --steps 8 --episodes 1 --out "$work/table" --quiet \
        >/dev/null
    draw table table --step 3
fi

if asked_for rocksample-7-8; then
    plan rocksample-7-8 3 20000ep 40
    draw rocksample-7-8 rocksample-7-8 --step 8
    draw rocksample-7-8 belief-tree --step 3 --panels planner,tree,history
fi

if asked_for mars-20; then
    plan mars-20 4 20000ep 40
    draw mars-20 mars-20 --step 20
    "$teleost" render "$work/mars-20/episode-0000.mcap" --steps 0..24 --size 960x540 --rate 3 \
        --video "$images/mars-20.apng" 2>/dev/null
    echo docs/images/mars-20.apng
fi

if asked_for navigation; then
    plan navigation 4 20000ep 40
    draw navigation navigation --step 12
fi

if asked_for crowdnav; then
    plan crowdnav 4 20000ep 20
    draw crowdnav crowdnav --step 8
fi

# control problems; finray.png needs a trained policy, see docs/finray.md

# control PROBLEM NAME STEP: an episode of random actions
control() {
    "$teleost" evaluate --problem "$1" --baseline random --episodes 1 --trace "$work/$1" >/dev/null
    "$teleost" render "$work/$1/random-0000.mcap" --step "$3" -o "$images/$2.png"
    echo "docs/images/$2.png"
}

if asked_for kuramoto-sivashinsky; then
    control kuramoto-sivashinsky viewer-kuramoto-sivashinsky 160
fi

if asked_for burgers; then
    control burgers viewer-burgers 40
fi

if asked_for pendulum; then
    control pendulum viewer-pendulum 60
fi
