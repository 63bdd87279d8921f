import { answerHistory } from '../history.ts';

/** Every decision as it is kept. */
export function GET(request: Request): Promise<Response> {
  return answerHistory(request, 'json', (history) => `${JSON.stringify(history, null, 2)}\n`);
}
