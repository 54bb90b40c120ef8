'use server'

import type { ZaakResource } from '#lib/contract/zaak-resource.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { readForm, readHidden } from '#lib/ui/form/read-form.ts'
import { isBericht } from '#lib/voortgang/is-bericht.ts'
import { type Zaakmail, zaakmail } from '#lib/voortgang/zaakmail.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { currentBehandelaar } from '#lib/zaaksysteem/sign-in/sign-in.ts'
import { type Invoer, previewHandeling } from '#lib/zaaksysteem/zaak/preview/preview-handeling.ts'
import { formOf, hiddenFields } from './handeling-fields.ts'
import { type ShownZaak, toShownZaak } from './shown-zaak.ts'
import { inDutch } from './to-editable-zaak.ts'

type Shown = Pick<ZaakResource, 'identificatie' | 'gevoelig' | 'versie'>

/** `mail` is null when no mail is sent. */
export type Straks = { zaak: ShownZaak; mail: (Zaakmail & { isNeutraal: boolean }) | null }

/**
 * Previews the zaak for its citizen after the act of the form, with the mail; null while the act is
 * impossible. An ended session does not redirect here, so that typed text is not lost.
 */
export async function previewAction(formData: FormData): Promise<Straks | null> {
  const { handeling, zaakId, versie } = readHidden(hiddenFields, formData)
  const behandelaar = await currentBehandelaar()
  const form = readForm(formOf(handeling), formData)
  if (!behandelaar || !form.ok) return null
  const asked = { zaakId, versie, actor: await deskActor(behandelaar), invoer: form.fields as Invoer }
  const ctx = zaaksysteem()
  const straks = await previewHandeling(ctx, handeling, asked)
  if (!straks) return null
  const zaak = toShownZaak({ ...straks, zaaktype: inDutch(straks.zaaktype) }, straks.inzendingen)
  return { zaak, mail: mailOf(zaak, straks, ctx.clock()) }
}

/** The mail as it would be sent by itself: the portal combines changes within minutes. */
function mailOf(zaak: ShownZaak, { identificatie, gevoelig, versie }: Shown, now: Date): Straks['mail'] {
  const status = zaak.statussen.find((one) => one.versie === versie)
  if (!status || !isBericht(zaak.zaaktype, status)) return null
  const gemeente = platformEnv().GEMEENTE_NAAM
  const about = { versies: [versie], neutraal: gevoelig, heeftMeerZaken: false, taal: 'nl', gemeente, now } as const
  return { ...zaakmail({ ...zaak, identificatie }, about), isNeutraal: gevoelig }
}
