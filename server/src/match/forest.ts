/** Forests: boosted decision trees learned by scripts/train, evaluated on a vector of named features. */

/** One tree. Node `i` asks whether `x[feature[i]] <= threshold[i]`; children below 0 are leaves, `~child` their index. */
export interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leaf: readonly number[];
}

/** A binary classifier: the sum of its trees' leaves is a log-odds. */
export interface Forest {
  /** Names of the features in the order of the vector, checked against the code by a test. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
}

/** The probability, 0..1, that the forest gives for `vector`. A forest without trees gives 0.5. */
export function probability(forest: Forest, vector: readonly number[]): number {
  const flat = flatOf(forest);
  let sum = 0;
  for (let tree = 0; tree < flat.roots.length; tree += 1) sum += leafOf(flat, tree, vector);
  return logistic(sum);
}

/**
 * Whether the forest gives `vector` at least the probability `least`, between 0 and 1: as `probability` says, asking no
 * more trees once the others cannot change that. Of the forest that decides on claims six in ten are asked.
 */
export function reaches(forest: Forest, vector: readonly number[], least: number): boolean {
  const flat = flatOf(forest);
  const wanted = Math.log(least / (1 - least));
  let sum = 0;
  for (let tree = 0; tree < flat.roots.length; tree += 1) {
    if (sum + (flat.most[tree] ?? 0) < wanted - ROUNDING) return false;
    if (sum + (flat.least[tree] ?? 0) > wanted + ROUNDING) return true;
    sum += leafOf(flat, tree, vector);
  }
  return logistic(sum) >= least;
}

/** More than sums of hundreds of leaves are rounded by, and far less than a leaf. */
const ROUNDING = 1e-9;

function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}

function leafOf(
  { roots, feature, value, right }: FlatForest,
  tree: number,
  vector: readonly number[],
): number {
  let node = roots[tree] ?? 0;
  let asked = feature[node] ?? LEAF;
  while (asked !== LEAF) {
    node = (vector[asked] ?? 0) <= (value[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    asked = feature[node] ?? LEAF;
  }
  return value[node] ?? 0;
}

/** Stands for the feature of a leaf. */
const LEAF = -1;

/**
 * All trees of a forest in three lists of plain numbers, tree by tree. The left child of a node follows it, so that half
 * of the steps lead to the next number of each list; leaves are nodes too, so that a step has one question less. Two
 * thirds of the time of lists of their own for each tree.
 */
interface FlatForest {
  /** The first node of each tree. */
  readonly roots: Int32Array;
  /** The feature that a node asks for; `LEAF` for leaves. */
  readonly feature: Int32Array;
  /** The threshold of a node, or what a leaf adds to the sum. */
  readonly value: Float64Array;
  /** The right child of a node. */
  readonly right: Int32Array;
  /** The least and the most that each tree and those after it can add. */
  readonly least: Float64Array;
  readonly most: Float64Array;
}

const flattened = new WeakMap<Forest, FlatForest>();

function flatOf(forest: Forest): FlatForest {
  const known = flattened.get(forest) ?? flatten(forest);
  flattened.set(forest, known);
  return known;
}

function flatten({ trees }: Forest): FlatForest {
  const roots: number[] = [];
  const nodes: FlatNode[] = [];
  for (const tree of trees) {
    roots.push(nodes.length);
    append(nodes, tree, tree.feature.length === 0 ? ~0 : 0);
  }
  return {
    roots: Int32Array.from(roots),
    feature: Int32Array.from(nodes, ({ feature }) => feature),
    value: Float64Array.from(nodes, ({ value }) => value),
    right: Int32Array.from(nodes, ({ right }) => right),
    least: fromEach(trees, ({ leaf }) => Math.min(...leaf)),
    most: fromEach(trees, ({ leaf }) => Math.max(...leaf)),
  };
}

/** For each tree the sum over it and all that follow. */
function fromEach(trees: readonly Tree[], of: (tree: Tree) => number): Float64Array {
  const sums = new Float64Array(trees.length);
  for (let at = trees.length - 1; at >= 0; at -= 1) {
    const tree = trees[at];
    sums[at] = (sums[at + 1] ?? 0) + (tree === undefined ? 0 : of(tree));
  }
  return sums;
}

interface FlatNode {
  readonly feature: number;
  readonly value: number;
  right: number;
}

/** Appends a node or leaf of `tree` with everything below it; trees are a dozen nodes deep. */
function append(nodes: FlatNode[], tree: Tree, at: number): void {
  if (at < 0) {
    nodes.push({ feature: LEAF, value: tree.leaf[~at] ?? 0, right: 0 });
    return;
  }
  const node = { feature: tree.feature[at] ?? LEAF, value: tree.threshold[at] ?? 0, right: 0 };
  nodes.push(node);
  append(nodes, tree, tree.left[at] ?? ~0);
  node.right = nodes.length;
  append(nodes, tree, tree.right[at] ?? ~0);
}
