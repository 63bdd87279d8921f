import { paths } from '#lib/paths.ts';
import type { NoticeFaults, TypedNotice } from '#lib/reports/notice-form.ts';
import { noticeState } from '#lib/reports/notices.ts';
import { fieldOf, MalformedForm, type Posted } from '#lib/server/desk/answer-form.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { conflict, done, type Outcome, refused } from '#lib/server/desk/outcome.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import * as notices from '#lib/server/notices.ts';
import { shortTime } from '#lib/wording/desk.ts';
import { NOTICE_FAULT, noticeSentence, noticeDeskWords as words } from '#lib/wording/notices.ts';

const SEQ = /^[1-9]\d{0,8}$/;

function typedOf({ fields }: Posted): TypedNotice {
  const one = (name: string) => fieldOf(fields, name);
  return {
    ...{ kind: one('kind'), papers: one('papers'), scope: one('scope'), cause: one('cause') },
    ...{ expected: one('expected'), text: one('text'), from: one('from'), until: one('until'), office: one('office') },
    ...{ districts: fields.getAll('district'), stations: fields.getAll('station') },
  };
}

/** Which notice a form of ours is about, and its last event that the page showed. */
function seenOf({ fields }: Posted): notices.SeenNotice {
  const [notice, after] = [fieldOf(fields, 'of'), fieldOf(fields, 'after')];
  if (!SEQ.test(notice) || !SEQ.test(after)) throw new MalformedForm();
  return { notice: Number(notice), after: Number(after) };
}

async function open({ staff }: Posted) {
  const { store } = await getDesk();
  const directory = await findDirectory(staff.directory);
  if (!directory) throw new MalformedForm();
  return { desk: { store, directory }, author: { by: staff.username, at: new Date().toISOString() } };
}

const listPage = ({ fields }: Posted) => inDirectory(paths.desk.notices, fields.get('directory'));

function refusedWith(faults: NoticeFaults): Outcome {
  const said = Object.entries(faults).map(([name, fault]) => [name, NOTICE_FAULT[fault]] as const);
  return refused(words.wrong(said.length), Object.fromEntries(said));
}

/** 现在显示: at once, or from a moment on. */
export async function publishNotice(posted: Posted): Promise<Outcome> {
  const { desk, author } = await open(posted);
  const outcome = await notices.publishNotice(desk, typedOf(posted), author);
  if (outcome.kind === 'refused') return refusedWith(outcome.faults);
  if (outcome.kind !== 'saved') throw new MalformedForm();
  const isPlanned = noticeState(outcome.notice, author.at) === 'planned';
  return done(isPlanned ? words.scheduled : words.published, { to: listPage(posted) });
}

/** Another wording or another time. What is over by now can be said again as a new one: what was typed is kept for that. */
export async function changeNotice(posted: Posted): Promise<Outcome> {
  const { desk, author } = await open(posted);
  const seen = seenOf(posted);
  const outcome = await notices.changeNotice(desk, seen, typedOf(posted), author);
  switch (outcome.kind) {
    case 'saved':
      return done(words.changed, { to: listPage(posted) });
    case 'refused':
      return refusedWith(outcome.faults);
    case 'over':
      return {
        ...refused(words.over),
        to: inDirectory(paths.desk.notice(seen.notice), posted.fields.get('directory')),
      };
    case 'conflict': {
      const said = noticeSentence(outcome.notice, author.at);
      const newer = { seen: String(outcome.last.seq), said: words.conflictNow(said) };
      return conflict(words.conflict(outcome.last.by, shortTime(outcome.last.at)), { shown: { newer } });
    }
    case 'unknown':
      throw new MalformedForm();
  }
}

/** 现在结束, or 取消 of one that has not begun. */
export async function endNotice(posted: Posted): Promise<Outcome> {
  const { desk, author } = await open(posted);
  const outcome = await notices.endNotice(desk, seenOf(posted), author);
  switch (outcome.kind) {
    case 'saved':
    case 'over': // somebody was quicker, or time: it is as it was asked for
      return done(outcome.notice.isCancelled ? words.cancelled_ : words.ended);
    case 'conflict':
      return conflict(words.endConflict(outcome.last.by, shortTime(outcome.last.at)), { to: listPage(posted) });
    default:
      throw new MalformedForm();
  }
}
