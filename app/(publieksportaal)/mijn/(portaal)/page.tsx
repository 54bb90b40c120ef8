import { z } from 'zod'
import { findVestigingen } from '#lib/publieksportaal/burger/identiteit.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { findIntrekkingen } from '#lib/publieksportaal/inzending/find-inzendingen.ts'
import { findEmailadres, mailprobleemOf } from '#lib/publieksportaal/mail/emailadres/emailadres.ts'
import { isGemachtigdeVanPersoon, type SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { chooseVestiging } from '#lib/publieksportaal/sign-in/burger/sign-in-actions.ts'
import { findZakenOfBurger } from '#lib/publieksportaal/zaak/find-zaken-of-burger.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { PostForm } from '#lib/ui/form/post-form.tsx'
import { TextField } from '#lib/ui/form/text-field.tsx'
import { optional, readSearchParams, type SearchParams } from '#lib/ui/staff/search-params.ts'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Heading, PageTitle, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import type { Texts } from '#lib/ui/texts/nl.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { beginLive } from './begin-live.ts'
import { LiveUpdates } from './live-updates.tsx'
import { toLiveZaak } from './live-zaak.tsx'
import { MijnMenu } from './mijn-menu.tsx'
import { VOORKEUREN } from './voorkeuren/paths.ts'
import { AfgerondeZaken, groupZaken, ZakenList } from './zaken-list.tsx'

const MOST_CARDS = 10
const MOST_WITHOUT_SEARCH = 5

const schema = z.object({ zoek: optional(z.string().trim().max(100)) })

export default async function MijnZakenPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const burger = await requireIngelogde()
  const { burgerId } = burger
  const { zoek = '' } = readSearchParams(schema, await searchParams)
  const taal = await currentTaal()
  const ctx = publieksportaal()
  const live = await beginLive(burger, taal)
  const { open: running, afgerond, aantal } = await findZakenOfBurger(ctx, { burgerId, zoek })
  const open = await findIntrekkingen(ctx, { burgerId, zaken: running })
  const { titel, zaken: t } = texts(taal)
  const shown = [...open, ...afgerond]
  const total = aantal.open + aantal.afgerond
  const now = ctx.clock()
  const groups = groupZaken({ open, afgerond, now })
  const list = { isTable: shown.length > MOST_CARDS, taal, now }
  return (
    <>
      <MijnMenu burgerId={burgerId} taal={taal} current="zaken" />
      <PageTitle>{titel}</PageTitle>
      <Paragraph soft>{t.intro}</Paragraph>
      <LiveUpdates
        // remounts for another search, because its zaken differ without having changed
        key={zoek}
        {...live}
        zaken={shown.map((zaak) => toLiveZaak(zaak, { taal, now }))}
      />
      <MailWaarschuwing burger={burger} taal={taal} />
      <Vestigingen burger={burger} taal={taal} />
      {(zoek || total > MOST_WITHOUT_SEARCH) && <ZoekForm zoek={zoek} texts={t} />}
      {total > shown.length && <Paragraph>{t.meer(String(shown.length), String(total))}</Paragraph>}
      {total === 0 ? (
        <Alert title={zoek ? t.nietGevonden(zoek) : t.leeg}>
          <Paragraph>{zoek ? t.nietGevondenUitleg : t.leegUitleg}</Paragraph>
        </Alert>
      ) : (
        <>
          {(['vraagtIets', 'kan', 'nieuw', 'open'] as const).map(
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

/**
 * Warns that mail fails or goes to an unconfirmed address. Not shown to a gemachtigde, who cannot change
 * that.
 */
async function MailWaarschuwing({ burger, taal }: { burger: SignedInBurger; taal: Taal }) {
  const known = isGemachtigdeVanPersoon(burger) ? undefined : await findEmailadres(publieksportaal(), burger)
  const probleem = known && mailprobleemOf(known)
  if (!probleem) return null
  const { [probleem]: text, naarVoorkeuren } = texts(taal).zaken.mail
  const { titel, uitleg } = text
  return (
    <Alert type="warning" title={titel}>
      <Paragraph>
        {uitleg} <Link href={VOORKEUREN}>{naarVoorkeuren}</Link>
      </Paragraph>
    </Alert>
  )
}

/** A GET form, so that the search is in the URL and works without JavaScript. */
function ZoekForm({ zoek, texts: t }: { zoek: string; texts: Texts['zaken'] }) {
  return (
    <search>
      <form action="/mijn" className="zb-zoek">
        <TextField
          key={zoek}
          type="search"
          name="zoek"
          label={t.zoeken}
          hint={t.zoekenUitleg}
          defaultValue={zoek}
          maxLength={100}
        />
        <div className="zb-line zb-zoek__buttons">
          <Button appearance="secondary">{t.zoek}</Button>
          {zoek && <Link href="/mijn">{t.wis}</Link>}
        </div>
      </form>
    </search>
  )
}

/** Lets a sign-in for a whole company choose one of its vestigingen, or all. */
async function Vestigingen({ burger, taal }: { burger: SignedInBurger; taal: Taal }) {
  const { burgerId, bedrijfId } = burger
  if (bedrijfId === null) return null
  const vestigingen = await findVestigingen(publieksportaal(), bedrijfId)
  if (vestigingen.length === 0) return null
  const t = namensTexts[taal].vestigingen
  const choices = [
    { id: bedrijfId, text: t.heel },
    ...vestigingen.map((one) => ({ id: one.burgerId, text: t.kies(one.vestigingsnummer) })),
  ]
  return (
    <Card title={t.titel} id="vestigingen" className="zb-vestigingen">
      <Paragraph>{t.uitleg}</Paragraph>
      <PostForm action={chooseVestiging} className="zb-buttons">
        {choices
          .filter(({ id }) => id !== burgerId)
          .map(({ id, text }) => (
            <Button key={id} appearance="secondary" name="burgerId" value={id}>
              {text}
            </Button>
          ))}
      </PostForm>
    </Card>
  )
}
