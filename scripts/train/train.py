"""Train: learns the two models of the figure checker from the vectors that dump.ts writes.

    python scripts/train/train.py pairs  DUMP MODEL.json
    python scripts/train/train.py claims DUMP MODEL.json [--folds OUT.jsonl] [--fold-models PREFIX]

Seeded and single-threaded, so that the same vectors give the same model. Folds are by article: what is reported, and
what --folds writes, is said of articles that the model has not seen; --fold-models keeps those models. Needs the packages in requirements.txt.
"""

import json
import sys
import zlib

import lightgbm
import numpy

FOLDS = 5
PARAMETERS = {
    "objective": "binary",
    "min_data_in_leaf": 40,
    "feature_fraction": 0.7,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "seed": 7,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}
# Larger trees for the claims gain one conflict in fifteen at the same false alarms; of the pairs, which are weighed for
# every slot, they would only cost time.
SHAPES = {
    "pairs": {"learning_rate": 0.06, "num_leaves": 31},
    "claims": {"learning_rate": 0.04, "num_leaves": 63},
}
ROUNDS = {"pairs": 120, "claims": 500}
# A wrong figure that a writer really made says more than one that was put in by a script.
REAL_ERROR_WEIGHT = 6.0
SWAP_WEIGHT = 1.0
CLEAN_WEIGHT = 1.0
# Where the articles do not tell the story nothing can be refuted; at this weight a sixth of what is reported there goes, for
# three new figures in a thousand.
ABSENT_WEIGHT = 3.0
ROLE_WEIGHT = 0.1
CONFLICTS = set("VEUQDRC")


def load(dump):
    about = json.load(open(dump + ".json"))
    width = len(about["names"])
    vectors = numpy.fromfile(dump + ".f32", dtype=numpy.float32).reshape(-1, width)
    return about["names"], about["records"], vectors


def fold_of(record):
    return zlib.crc32(record["doc"].encode()) % FOLDS


def claim_label(record):
    """1 wrong, 0 right, None where the data do not say; and how much the example counts."""
    if record["corpus"] == "absent":
        return 0, ABSENT_WEIGHT
    if record["clean"]:
        return 0, CLEAN_WEIGHT
    kinds = {t["adj"] for t in record["types"]}
    if record["set"] == "role":
        return (1, ROLE_WEIGHT) if record["types"] else (None, 0)
    if record["set"].startswith("swap") or record["set"] == "made":
        return (1, SWAP_WEIGHT) if record["types"] else (None, 0)
    if kinds & CONFLICTS:
        return 1, REAL_ERROR_WEIGHT
    if record["set"] == "bump" and any("figure" in t["has"] or "date" in t["has"] for t in record["types"]):
        return 1, 2.0
    if record["set"] == "defacto" and any(t["type"] == "intrinsic" and "figure" in t["has"] for t in record["types"]):
        return 1, 2.0
    return None, 0


def fit(kind, vectors, labels, weights, names):
    data = lightgbm.Dataset(vectors, label=labels, weight=weights, feature_name=list(names), free_raw_data=False)
    return lightgbm.train(PARAMETERS | SHAPES[kind], data, num_boost_round=ROUNDS[kind])


def export(model, names, path):
    trees = []
    for info in model.dump_model()["tree_info"]:
        tree = {"feature": [], "threshold": [], "left": [], "right": [], "leaf": []}

        def walk(node):
            if "leaf_value" in node:
                tree["leaf"].append(round(node["leaf_value"], 5))
                return ~(len(tree["leaf"]) - 1)
            at = len(tree["feature"])
            tree["feature"].append(node["split_feature"])
            tree["threshold"].append(float(f"{node['threshold']:.7g}"))
            tree["left"].append(0)
            tree["right"].append(0)
            tree["left"][at] = walk(node["left_child"])
            tree["right"][at] = walk(node["right_child"])
            return at

        walk(info["tree_structure"])
        trees.append(tree)
    with open(path, "w") as out:
        out.write('{"features":' + json.dumps(list(names)) + ',\n"trees":[\n')
        out.write(",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees) + "\n]}\n")


def auc(labels, scores):
    order = numpy.argsort(scores)
    ranks = numpy.empty(len(scores))
    ranks[order] = numpy.arange(1, len(scores) + 1)
    positive = labels == 1
    n, m = positive.sum(), (~positive).sum()
    return (ranks[positive].sum() - n * (n + 1) / 2) / (n * m)


def main():
    kind, dump, path = sys.argv[1:4]
    names, records, vectors = load(dump)
    if kind == "pairs":
        labelled = [(r["label"], 1.0) for r in records]
    else:
        labelled = [claim_label(r) for r in records]
    keep = numpy.array([label is not None for label, _ in labelled])
    labels = numpy.array([label or 0 for label, _ in labelled])
    weights = numpy.array([weight for _, weight in labelled])
    folds = numpy.array([fold_of(r) for r in records])
    held_out = numpy.zeros(len(records))
    for fold in range(FOLDS):
        chosen = keep & (folds != fold)
        model = fit(kind, vectors[chosen], labels[chosen], weights[chosen], names)
        held_out[folds == fold] = model.predict(vectors[folds == fold])
        if "--fold-models" in sys.argv:
            export(model, names, f"{sys.argv[sys.argv.index('--fold-models') + 1]}{fold}.json")
    print(f"{kind}: {keep.sum()} examples, {int(labels[keep].sum())} positive, held-out AUC {auc(labels[keep], held_out[keep]):.4f}")
    model = fit(kind, vectors[keep], labels[keep], weights[keep], names)
    gains = sorted(zip(model.feature_importance("gain"), names), reverse=True)[:14]
    print("  " + ", ".join(f"{name} {gain:.0f}" for gain, name in gains))
    export(model, names, path)
    if "--folds" in sys.argv:
        with open(sys.argv[sys.argv.index("--folds") + 1], "w") as out:
            for record, score in zip(records, held_out):
                out.write(json.dumps({**record, "score": round(float(score), 5)}) + "\n")


main()
