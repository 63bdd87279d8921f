import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

interface PrintOrderProps {
  report: string;
  directory: string;
}

/** Leads to the work order of one report, and logs that it is printed. */
export function PrintOrder({ report, directory }: PrintOrderProps) {
  return (
    <DeskForm action="print-orders" of={report} directory={directory} className="exports">
      <input type="hidden" name="tick" value={report} />
      <Notice />
      <SignInAgain />
      <Submit>{deskReportWords.orders.one}</Submit>
    </DeskForm>
  );
}
