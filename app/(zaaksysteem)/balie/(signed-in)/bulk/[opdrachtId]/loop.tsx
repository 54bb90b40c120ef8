import { Button } from '#lib/ui/form/button.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import type { BulkopdrachtDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { BULK } from '../../paths.ts'
import { ForgetKeuze } from '../../verdelen/forget-keuze.tsx'
import { PressForm } from '../../verrichtingen/verrichting-form.tsx'
import { bulkOpnieuwKiezen } from './bulk-verrichtingen.ts'
import { Redenen, Regels } from './regels.tsx'

const texts = bulk.loop
/** Number of polls with short waits, before the page polls less often. */
const STEPS = 10

/** The progress of an opdracht, and the outcome for each zaak. */
export function Loop({ opdracht }: { opdracht: BulkopdrachtDetail }) {
  const { handeling, klaarOp, regels, gedaan, geweigerd } = opdracht
  const settled = gedaan + geweigerd
  const refused = regels.filter(({ uitkomst }) => uitkomst === 'geweigerd')
  const done = regels.filter(({ uitkomst }) => uitkomst === 'gedaan')
  return (
    <>
      <ForgetKeuze />
      {!klaarOp && <RefreshUntilSettled isAllOfPage key={Math.floor((settled * STEPS) / regels.length)} />}
      <Heading level={1}>
        {handeling && bulk.handeling.namen[handeling]}: {bulk.zaken(regels.length)}
      </Heading>
      <div className="balie-progress staff-block">
        <label htmlFor="voortgang">{klaarOp ? texts.titel.klaar : texts.titel.bezig}</label>
        <progress id="voortgang" max={regels.length} value={settled} />
        <Paragraph role="status">
          {texts.stand(settled, regels.length)} {texts.telling(gedaan, geweigerd)}
        </Paragraph>
        {!klaarOp && <Paragraph soft>{texts.bezig}</Paragraph>}
      </div>
      {refused.length > 0 && (
        <section className="staff-block">
          <Heading level={2}>{texts.geweigerd(refused.length)}</Heading>
          <Regels regels={refused} say={({ redenen }) => <Redenen redenen={redenen} />} />
          {klaarOp && (
            <PressForm verrichting={bulkOpnieuwKiezen} fields={{ opdrachtId: opdracht.id }}>
              <Button appearance="secondary">{texts.opnieuw}</Button>
            </PressForm>
          )}
        </section>
      )}
      {done.length > 0 && (
        <details className="balie-bulk-zaken">
          <summary>{texts.gedaan(done.length)}</summary>
          <Regels regels={done} />
        </details>
      )}
      <Paragraph>
        <Link href={BULK}>{bulk.lijst.titel}</Link>
      </Paragraph>
    </>
  )
}
