import { inlineStyle } from '#lib/server/style.ts';

/** Style that only one page needs. @param file a sheet of ours, below `app` */
export function PageStyle({ file }: { file: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text
  return <style dangerouslySetInnerHTML={{ __html: inlineStyle(file) }} />;
}
