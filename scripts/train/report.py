"""Report: operating points of the claim model on articles it has not seen, from the file of `train.py --folds`.

    python scripts/train/report.py FOLDS.jsonl

A line a rate of false alarms: the threshold that gives it, and what is found at that threshold. Figures that are not
read as claims are not in the file; the evaluation (`npm run eval`) counts them as missed.
"""

import json
import sys

CONFLICTS = set("VEUQDRC")
RATES = (0.5, 0.8, 1.0, 1.3, 1.6, 2.0, 3.0)


def share(records, threshold):
    records = list(records)
    hits = sum(record["score"] >= threshold for record in records)
    return f"{100 * hits / len(records):.1f}" if records else "-"


def found(records, kinds, threshold):
    """Marked errors of the kinds with at least one figure at or above the threshold, of how many."""
    spans = {}
    for record in records:
        for mark in record["types"]:
            if mark["adj"] in kinds:
                spans.setdefault((record["id"], mark["adj"]), []).append(record["score"] >= threshold)
    return f"{sum(any(hits) for hits in spans.values())}/{len(spans)}"


def main():
    records = [json.loads(line) for line in open(sys.argv[1])]
    of = lambda corpus, name: [r for r in records if r["corpus"] == corpus and r["set"] == name]
    drafts = of("single", "ragtruth_summary")
    clean = sorted((r["score"] for r in drafts if r["clean"]), reverse=True)
    for rate in RATES:
        threshold = clean[int(len(clean) * rate / 100)]
        row = {"all conflicts": found(drafts, CONFLICTS, threshold)}
        row.update({f"type {kind}": found(drafts, {kind}, threshold) for kind in "VEDQ"})
        for name in ("swapE", "swapV"):
            for corpus in ("single", "pooled"):
                row[f"{name} {corpus}"] = share((r for r in of(corpus, name) if r["types"]), threshold)
        pooled = [r for r in of("pooled", "ragtruth_summary") if r["clean"]]
        row["false alarms pooled"] = share(pooled, threshold)
        row["false alarms without the article"] = share(of("absent", "ragtruth_summary"), threshold)
        print(f"{rate} per 100 at {threshold:.3f}: " + ", ".join(f"{name} {value}" for name, value in row.items()))


main()
