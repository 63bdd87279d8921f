import { answerDeskForm, type Handlers } from '#lib/server/desk/answer-form.ts';
import { signIn, signOut } from '../../actions.ts';
import { publishBoard } from '../../board/actions.ts';
import { setCopies } from '../../board/copies/actions.ts';
import { call, undoCall } from '../../calling/actions.ts';
import { addCity, changeCity, removeCity } from '../../cities/new/actions.ts';
import { putBack } from '../../directory/actions.ts';
import { addShortCode, setCityLine, setFacts } from '../../directory/facts/actions.ts';
import { sayColumns, sayLines, sayMatch } from '../../directory/import/[draft]/[step]/actions.ts';
import { publishDraft } from '../../directory/import/[draft]/[step]/publish-actions.ts';
import { begin } from '../../directory/import/actions.ts';
import { addStation, editStation } from '../../directory/stations/[station]/actions.ts';
import { answer, decide, undo, undoCity } from '../../flags/[station]/actions.ts';
import { changeNotice, endNotice, publishNotice } from '../../notices/actions.ts';
import { addPerson, changePerson } from '../../people/actions.ts';
import { requireFactor } from '../../people/rule-actions.ts';
import { addAlias, dismissPlace, restorePlace } from '../../places/actions.ts';
import { step, unmask } from '../../reports/actions.ts';
import { findReport } from '../../reports/find-action.ts';
import { file } from '../../reports/new/actions.ts';
import { printOrders } from '../../reports/print/actions.ts';
import { stepTicked } from '../../reports/ticked-actions.ts';
import { secondStep } from '../../second-step/actions.ts';
import { allowErasure, changePassword, endSession, endSessions, setService, setTimes } from '../../settings/actions.ts';
import { removeChannel, saveChannel, setQuiet, tryChannel } from '../../settings/channels/actions.ts';
import { pasteDays, removeDays, saveDays, setHours, setWholeYear } from '../../settings/office/actions.ts';
import { setPhrases } from '../../settings/phrases/actions.ts';
import { beginFactor, confirmFactor, endFactor, renewCodes } from '../../settings/second-factor/actions.ts';
import { setUp } from '../../setup/[token]/actions.ts';

/** What each form of the desk does; whose it is stands in `ROLES_OF_ACTION`. */
const HANDLERS: Handlers = {
  'sign-in': signIn,
  'second-step': secondStep,
  'sign-out': signOut,
  'set-up': setUp,
  decide,
  undo,
  answer,
  call,
  'undo-call': undoCall,
  'import-begin': begin,
  'import-columns': sayColumns,
  'import-lines': sayLines,
  'import-match': sayMatch,
  'import-publish': publishDraft,
  'put-back': putBack,
  'add-station': addStation,
  'edit-station': editStation,
  'set-city-line': setCityLine,
  'set-facts': setFacts,
  'add-short-code': addShortCode,
  'undo-city': undoCity,
  step,
  unmask,
  'step-ticked': stepTicked,
  'print-orders': printOrders,
  'find-report': findReport,
  'set-phrases': setPhrases,
  file,
  'publish-notice': publishNotice,
  'change-notice': changeNotice,
  'end-notice': endNotice,
  'add-alias': addAlias,
  'dismiss-place': dismissPlace,
  'restore-place': restorePlace,
  'add-person': addPerson,
  'change-person': changePerson,
  'add-city': addCity,
  'change-city': changeCity,
  'remove-city': removeCity,
  'set-service': setService,
  'set-times': setTimes,
  'set-hours': setHours,
  'save-days': saveDays,
  'paste-days': pasteDays,
  'remove-days': removeDays,
  'set-whole-year': setWholeYear,
  'save-channel': saveChannel,
  'remove-channel': removeChannel,
  'try-channel': tryChannel,
  'set-quiet': setQuiet,
  'allow-erasure': allowErasure,
  'set-copies': setCopies,
  'publish-board': publishBoard,
  'require-factor': requireFactor,
  'begin-factor': beginFactor,
  'confirm-factor': confirmFactor,
  'renew-codes': renewCodes,
  'end-factor': endFactor,
  'change-password': changePassword,
  'end-session': endSession,
  'end-sessions': endSessions,
};

/** Every form of the desk is sent here and led on to a page, so that none depends on the build that drew it. */
export async function POST(request: Request, { params }: RouteContext<'/desk/send/[action]'>): Promise<Response> {
  const { action } = await params;
  return answerDeskForm(request, action, HANDLERS);
}
