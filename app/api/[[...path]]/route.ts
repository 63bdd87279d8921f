import { Problem } from '#lib/server/api/problems.ts';
import { answerProblem } from '#lib/server/api/route.ts';
import { problemDetails } from '#lib/wording/api.ts';

const notFound = () => answerProblem(new Problem('not_found', problemDetails.notFound));

export {
  notFound as DELETE,
  notFound as GET,
  notFound as HEAD,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
