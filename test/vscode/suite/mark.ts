/** Mark: tells the suite's lines from all else that VS Code logs, for the launcher that relays them. */

/** Stands before every line the suite prints. */
export const SUITE_LINE_MARK = 'vscode: ';
