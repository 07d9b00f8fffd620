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
  let sum = 0;
  for (const tree of packedOf(forest)) sum += leafOf(tree, vector);
  return 1 / (1 + Math.exp(-sum));
}

function leafOf(tree: PackedTree, vector: readonly number[]): number {
  let node = tree.root;
  while (node >= 0) {
    const goesLeft = (vector[tree.feature[node] ?? 0] ?? 0) <= (tree.threshold[node] ?? 0);
    node = tree.children[2 * node + (goesLeft ? 0 : 1)] ?? -1;
  }
  return tree.leaf[~node] ?? 0;
}

/** A tree in arrays of plain numbers: half of the time of lists, in which every number is looked at for what it is. */
interface PackedTree {
  /** The first node, or -1 where the only leaf is the tree. */
  readonly root: number;
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  /** Two of each node, left and right. */
  readonly children: Int32Array;
  readonly leaf: Float64Array;
}

const packed = new WeakMap<Forest, readonly PackedTree[]>();

function packedOf(forest: Forest): readonly PackedTree[] {
  const known = packed.get(forest) ?? forest.trees.map(pack);
  packed.set(forest, known);
  return known;
}

function pack({ feature, threshold, left, right, leaf }: Tree): PackedTree {
  return {
    root: feature.length === 0 ? -1 : 0,
    feature: Int32Array.from(feature),
    threshold: Float64Array.from(threshold),
    children: Int32Array.from(left.flatMap((child, node) => [child, right[node] ?? -1])),
    leaf: Float64Array.from(leaf),
  };
}
