/** Why a PDF file cannot be read. */
export type PdfProblem = 'locked' | 'broken' | 'no pages' | 'no PDF' | 'too much'

/** A PDF that gives no page. The message is for the operator, and says what to do. */
export class PdfError extends Error {
  readonly problem: PdfProblem
  constructor(problem: PdfProblem, options?: ErrorOptions) {
    super(MESSAGES[problem], options)
    this.problem = problem
  }
}

const MESSAGES: Readonly<Record<PdfProblem, string>> = {
  locked: 'this PDF is locked by a password; save a copy of it without one',
  broken: 'this PDF is damaged; get it again, or save it anew with a PDF viewer',
  'no pages': 'this PDF has no pages',
  'no PDF':
    'it holds no PDF, whatever its name says; get it again: a site that asks for a login often sends a web page instead',
  'too much': 'it draws more than a page can hold',
}
