import { z } from 'zod'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findLiveVolgnummer } from '#lib/publieksportaal/live/find-live-volgnummer.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { texts } from '#lib/ui/texts/texts.ts'
import { AfgerondeZaken } from './afgeronde-zaken.tsx'
import { groupZaken } from './group-zaken.ts'
import { LiveUpdates } from './live-updates.tsx'
import { toLiveZaak } from './live-zaak.tsx'
import { MailGeweigerd } from './mail-geweigerd.tsx'
import { MijnMenu } from './mijn-menu.tsx'
import { Vestigingen } from './namens/vestigingen.tsx'
import { ZakenList } from './zaken-list.tsx'
import { ZoekForm } from './zoek-form.tsx'

const MOST_CARDS = 10
const MOST_WITHOUT_SEARCH = 5

const schema = z.object({ zoek: optional(z.string().trim().max(100)) })

export default async function MijnZakenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const burger = await requireIngelogde()
  const { burgerId, sessieId } = burger
  const { zoek = '' } = readSearchParams(schema, await searchParams)
  const taal = await currentTaal()
  const ctx = publieksportaal()
  // before the zaken, so that no change falls between them and the stream
  const vanaf = await findLiveVolgnummer(ctx, burgerId)
  const { open, afgerond, aantal } = await findZakenOfBurger(ctx, { burgerId, zoek })
  const { titel, zaken: t, live } = texts(taal)
  const shown = [...open, ...afgerond]
  const total = aantal.open + aantal.afgerond
  const groups = groupZaken({ open, afgerond })
  const list = { isTable: shown.length > MOST_CARDS, taal, now: ctx.clock() }
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="zaken" />
      <Heading level={1} className="zb-page-title">
        {titel}
      </Heading>
      <Paragraph soft>{t.intro}</Paragraph>
      <LiveUpdates
        // another search has other zaken, which have not changed
        key={zoek}
        burgerId={burgerId}
        sessieId={sessieId}
        vanaf={vanaf}
        zaken={shown.map((zaak) => toLiveZaak(zaak, taal))}
        texts={live.verbinding}
      />
      <MailGeweigerd burger={burger} taal={taal} />
      <Vestigingen burger={burger} taal={taal} />
      {(zoek || total > MOST_WITHOUT_SEARCH) && <ZoekForm zoek={zoek} texts={t} />}
      {total > shown.length && <Paragraph>{t.meer(String(shown.length), String(total))}</Paragraph>}
      {total === 0 ? (
        <Alert title={zoek ? t.nietGevonden(zoek) : t.leeg}>
          <Paragraph>{zoek ? t.nietGevondenUitleg : t.leegUitleg}</Paragraph>
        </Alert>
      ) : (
        <>
          {(['vraagtIets', 'nieuw', 'open'] as const).map(
            (name) =>
              groups[name].length > 0 && (
                <section key={name}>
                  <Heading level={2}>{t[name]}</Heading>
                  <ZakenList label={t[name]} zaken={groups[name]} {...list} />
                </section>
              ),
          )}
          {!zoek && open.length === 0 && <Paragraph>{t.geenOpen}</Paragraph>}
          {groups.afgerond.length > 0 && (
            <AfgerondeZaken zaken={groups.afgerond} more={aantal.afgerond > afgerond.length} {...list} />
          )}
        </>
      )}
    </>
  )
}
