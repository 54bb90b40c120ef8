import { Alert } from '#lib/ui/text/alert.tsx'
import { shortMoment } from '#lib/ui/text/dates.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { workeruitval as texts } from '#lib/ui/texts/balie/workeruitval.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { isBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import { findWorkeruitval } from '#lib/zaaksysteem/upkeep/workeruitval.ts'

/** Tells a beheerder on each page that no worker runs, since when, what waits and what to do. */
export async function Workeruitval({ behandelaar }: { behandelaar: SignedInBehandelaar }) {
  const uitval = isBeheerder(behandelaar) && (await findWorkeruitval(zaaksysteem()))
  if (!uitval) return null
  return (
    <Alert type="error" title={texts.titel}>
      <Paragraph>{texts.watWacht(shortMoment(uitval.sinds), uitval.wachtend)}</Paragraph>
      <Paragraph>{texts.gevolg}</Paragraph>
      <Paragraph>{texts.watNu}</Paragraph>
    </Alert>
  )
}
