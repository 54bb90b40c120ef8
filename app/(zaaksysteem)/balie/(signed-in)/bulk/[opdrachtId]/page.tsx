import type { Metadata } from 'next'
import { Button } from '#lib/ui/form/button.tsx'
import { Breadcrumb } from '#lib/ui/shell/breadcrumb.tsx'
import { RefreshUntilSettled } from '#lib/ui/staff/refresh-until-settled.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { bulk } from '#lib/ui/texts/balie/bulk.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import type { BulkopdrachtDetail } from '#lib/zaaksysteem/bulk/find-bulkopdracht.ts'
import { findOffered } from '#lib/zaaksysteem/bulk/find-offered.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { BULK, bulkHandelingPath } from '../../paths.ts'
import { ForgetKeuze } from '../../verdelen/keuze-elders.tsx'
import { PressForm } from '../../verrichtingen/verrichting-form.tsx'
import { PATHS } from '../../werkvoorraad-filter.ts'
import { loadBulkopdracht } from '../load-bulkopdracht.ts'
import { bulkOpnieuwKiezen } from './bulk-verrichtingen.ts'
import { Redenen, Regels } from './regels.tsx'
import { Voorbeeld } from './voorbeeld.tsx'

const loopTexts = bulk.loop
/** Number of polls with short waits, before the page polls less often. */
const STEPS = 10

/** The progress of an opdracht, and the outcome for each zaak. */
function Loop({ opdracht }: { opdracht: BulkopdrachtDetail }) {
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
        <label htmlFor="voortgang">{klaarOp ? loopTexts.titel.klaar : loopTexts.titel.bezig}</label>
        <progress id="voortgang" max={regels.length} value={settled} />
        <Paragraph role="status">
          {loopTexts.stand(settled, regels.length)} {loopTexts.telling(gedaan, geweigerd)}
        </Paragraph>
        {!klaarOp && <Paragraph soft>{loopTexts.bezig}</Paragraph>}
      </div>
      {refused.length > 0 && (
        <section className="staff-block">
          <Heading level={2}>{loopTexts.geweigerd(refused.length)}</Heading>
          <Regels regels={refused} say={({ redenen }) => <Redenen redenen={redenen} />} />
          {klaarOp && (
            <PressForm verrichting={bulkOpnieuwKiezen} fields={{ opdrachtId: opdracht.id }}>
              <Button appearance="secondary">{loopTexts.opnieuw}</Button>
            </PressForm>
          )}
        </section>
      )}
      {done.length > 0 && (
        <details className="balie-bulk-zaken">
          <summary>{loopTexts.gedaan(done.length)}</summary>
          <Regels regels={done} />
        </details>
      )}
      <Paragraph>
        <Link href={BULK}>{bulk.lijst.titel}</Link>
      </Paragraph>
    </>
  )
}

type Props = { params: Promise<{ opdrachtId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handeling } = await loadBulkopdracht((await params).opdrachtId)
  return { title: handeling ? bulk.handeling.namen[handeling] : bulk.titel }
}

/** The page of an opdracht in each stage: chosen, filled in, or started. */
export default async function BulkopdrachtPage({ params }: Props) {
  const opdracht = await loadBulkopdracht((await params).opdrachtId)
  return (
    <>
      <Breadcrumb
        items={[{ href: PATHS.open, text: balie.lijst.open.titel }]}
        current={opdracht.handeling ? bulk.handeling.namen[opdracht.handeling] : bulk.titel}
      />
      {opdracht.gestartOp ? (
        <Loop opdracht={opdracht} />
      ) : opdracht.handeling ? (
        <Voorbeeld opdracht={opdracht} handeling={opdracht.handeling} />
      ) : (
        <ChooseHandeling opdracht={opdracht} />
      )}
    </>
  )
}

const texts = bulk.handeling

/** Offers the acts that all chosen zaken have. */
async function ChooseHandeling({ opdracht }: { opdracht: BulkopdrachtDetail }) {
  const { handelingen } = await findOffered(zaaksysteem(), opdracht)
  return (
    <>
      <Heading level={1}>{texts.titel(opdracht.regels.length)}</Heading>
      <Paragraph soft>{handelingen.length > 0 ? texts.uitleg : texts.geen}</Paragraph>
      <nav aria-label={bulk.titel} className="zb-card staff-narrow staff-block">
        <ul className="zb-list">
          {handelingen.map((handeling) => (
            <li key={handeling}>
              <Link href={bulkHandelingPath(opdracht.id, handeling)}>{texts.namen[handeling]}</Link>
              <span className="staff-caption">{texts.uitlegPer[handeling]}</span>
            </li>
          ))}
        </ul>
      </nav>
      <details className="balie-bulk-zaken">
        <summary>
          {texts.welke} ({opdracht.regels.length})
        </summary>
        <Regels regels={opdracht.regels} />
      </details>
    </>
  )
}
