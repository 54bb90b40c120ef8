import { LinkButton } from '#lib/ui/form/button.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { werkvoorraad } from '#lib/ui/texts/balie/werkvoorraad.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import type { SignedInBehandelaar } from '#lib/zaaksysteem/sign-in/sessies.ts'
import type { Weergave } from '#lib/zaaksysteem/werkvoorraad/weergaven.ts'
import { sealZoek } from '#lib/zaaksysteem/werkvoorraad/zoek-in-adres.ts'
import { PressForm } from '../verrichtingen/verrichting-form.tsx'
import { listHref, readWerkvoorraadFields, type WerkvoorraadList } from '../werkvoorraad-filter.ts'
import { weergaveBewaren, weergaveVerwijderen } from './weergave-verrichtingen.ts'
import { WeergavenPanel } from './weergaven-panel.tsx'

const { weergaven: texts } = werkvoorraad

/** Links to the list; query parameters that no longer exist count as absent. */
function hrefOf({ lijst, vraag }: Weergave, { sessieId }: SignedInBehandelaar): string {
  const list = lijst as WerkvoorraadList
  const { zoek = '', ...rest } = Object.fromEntries(new URLSearchParams(vraag))
  const inAdres = sealZoek(zaaksysteem(), zoek, sessieId)
  return listHref(list, readWerkvoorraadFields(list, { ...rest, zoek: inAdres }))
}

/** The weergaven of the signed-in behandelaar, and a form for another one. */
export function Weergaven({
  weergaven,
  lezer,
  ...form
}: {
  weergaven: readonly Weergave[]
  list: WerkvoorraadList
  vraag: string
  team: string
  lezer: SignedInBehandelaar
}) {
  return (
    <WeergavenPanel verrichting={weergaveBewaren.naam} {...form}>
      {weergaven.length === 0 && <Paragraph soft>{texts.geen}</Paragraph>}
      <ul className="zb-list">
        {weergaven.map((weergave) => (
          <li key={weergave.id} className="zb-line">
            <Link href={hrefOf(weergave, lezer)}>{weergave.naam}</Link>
            {weergave.team && <span className="zb-soft">{texts.vanTeam(weergave.team)}</span>}
            {weergave.mayDelete && (
              <PressForm verrichting={weergaveVerwijderen} fields={{ id: weergave.id }}>
                <LinkButton>
                  {texts.verwijder}
                  <span className="zb-hidden"> {weergave.naam}</span>
                </LinkButton>
              </PressForm>
            )}
          </li>
        ))}
      </ul>
    </WeergavenPanel>
  )
}
