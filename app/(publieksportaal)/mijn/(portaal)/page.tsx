import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findLiveVolgnummer } from '#lib/publieksportaal/live/find-live-volgnummer.ts'
import { requireBurger } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import type { ZaakVanBurger } from '#lib/publieksportaal/zaak/zaak-van-burger.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { LiveUpdates } from './live-updates.tsx'
import { toLiveZaak } from './live-zaak.ts'
import { MijnMenu } from './mijn-menu.tsx'
import { ZaakCard } from './zaak-card.tsx'

export default async function MijnZakenPage() {
  const { burgerId } = await requireBurger()
  const taal = await currentTaal()
  const ctx = publieksportaal()
  // before the zaken, so that no change falls between them and the stream
  const vanaf = await findLiveVolgnummer(ctx, burgerId)
  const zaken = await findZakenOfBurger(ctx, burgerId)
  const t = texts(taal)
  const open = zaken.filter(({ einddatum }) => einddatum === null)
  const afgerond = zaken.filter(({ einddatum }) => einddatum !== null)
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="zaken" />
      <Heading level={1} className="zb-page-title">
        {t.titel}
      </Heading>
      <Paragraph soft>{t.zaken.intro}</Paragraph>
      <LiveUpdates
        burgerId={burgerId}
        vanaf={vanaf}
        zaken={zaken.map((zaak) => toLiveZaak(zaak, taal))}
        texts={t.live.verbinding}
      />
      {zaken.length === 0 ? (
        <Alert title={t.zaken.leeg}>
          <Paragraph>{t.zaken.leegUitleg}</Paragraph>
        </Alert>
      ) : (
        <>
          <ZakenList title={t.zaken.open} zaken={open} whenEmpty={t.zaken.geenOpen} taal={taal} now={ctx.clock()} />
          {afgerond.length > 0 && <ZakenList title={t.zaken.afgerond} zaken={afgerond} taal={taal} now={ctx.clock()} />}
        </>
      )}
    </>
  )
}

function ZakenList({
  title,
  zaken,
  whenEmpty,
  taal,
  now,
}: {
  title: string
  zaken: ZaakVanBurger[]
  whenEmpty?: string
  taal: Taal
  now: Date
}) {
  return (
    <section>
      <Heading level={2}>{title}</Heading>
      {zaken.length === 0 && <Paragraph>{whenEmpty}</Paragraph>}
      <ul className="zb-zaken">
        {zaken.map((zaak) => (
          <li key={zaak.id}>
            <ZaakCard zaak={zaak} taal={taal} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}
