/** Asks for what is known of a pasted article, one line after the other, with a way back. */

import { type InputBox, l10n, QuickInputButtons, window } from 'vscode';
import { isAddress, isDay, type SourceForm } from './sourceFile.ts';

interface Question {
  readonly field: keyof SourceForm;
  readonly prompt: string;
  readonly placeholder: string;
  /** What is wrong with an answer; null for a good one. */
  readonly problem: (answer: string) => string | null;
}

/** The form as filled in; undefined when the writer leaves it. */
export async function askForSource(proposed: SourceForm): Promise<SourceForm | undefined> {
  const questions = questionsOf();
  let form = proposed;
  for (let at = 0; at < questions.length; ) {
    const question = questions[at];
    if (question === undefined) break;
    const answer = await ask(question, form[question.field], at + 1, questions.length);
    if (answer === undefined) return undefined;
    form = { ...form, [question.field]: answer.value };
    at += answer.direction === 'on' ? 1 : -1;
  }
  return form;
}

function questionsOf(): readonly Question[] {
  return [
    {
      field: 'title',
      prompt: l10n.t('Title of the article'),
      placeholder: l10n.t('As published'),
      problem: (answer) => (answer === '' ? l10n.t('A source needs a title.') : null),
    },
    {
      field: 'outlet',
      prompt: l10n.t('Who published it? May stay empty'),
      placeholder: l10n.t('Newspaper, agency, organisation'),
      problem: () => null,
    },
    {
      field: 'date',
      prompt: l10n.t('When was it published? May stay empty'),
      placeholder: l10n.t('2020-01-31'),
      problem: (answer) =>
        answer === '' || isDay(answer) ? null : l10n.t('Year, month and day, such as 2020-01-31.'),
    },
    {
      field: 'url',
      prompt: l10n.t('Where is it found? May stay empty'),
      placeholder: 'https://',
      problem: (answer) =>
        answer === '' || isAddress(answer)
          ? null
          : l10n.t('An address that begins with http:// or https://.'),
    },
  ];
}

interface Answer {
  readonly value: string;
  readonly direction: 'on' | 'back';
}

function ask(question: Question, value: string, step: number, steps: number): Promise<Answer | undefined> {
  const box = window.createInputBox();
  box.title = l10n.t('Add Source from Clipboard');
  box.step = step;
  box.totalSteps = steps;
  box.prompt = question.prompt;
  box.placeholder = question.placeholder;
  box.value = value;
  // Typing into another window, to look a date up, must not lose what was filled in.
  box.ignoreFocusOut = true;
  if (step > 1) box.buttons = [QuickInputButtons.Back];
  const answered = new Promise<Answer | undefined>((resolve) => {
    box.onDidChangeValue(() => showProblem(box, null));
    box.onDidAccept(() => {
      const problem = question.problem(box.value.trim());
      showProblem(box, problem);
      if (problem === null) resolve({ value: box.value.trim(), direction: 'on' });
    });
    box.onDidTriggerButton(() => resolve({ value: box.value.trim(), direction: 'back' }));
    box.onDidHide(() => resolve(undefined));
    box.show();
  });
  return answered.finally(() => box.dispose());
}

function showProblem(box: InputBox, problem: string | null): void {
  box.validationMessage = problem ?? '';
}
