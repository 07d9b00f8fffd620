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
  for (const tree of forest.trees) sum += leafOf(tree, vector);
  return 1 / (1 + Math.exp(-sum));
}

function leafOf(tree: Tree, vector: readonly number[]): number {
  let node = tree.feature.length === 0 ? -1 : 0;
  while (node >= 0) {
    const goesLeft = (vector[tree.feature[node] ?? 0] ?? 0) <= (tree.threshold[node] ?? 0);
    node = (goesLeft ? tree.left[node] : tree.right[node]) ?? -1;
  }
  return tree.leaf[~node] ?? 0;
}
