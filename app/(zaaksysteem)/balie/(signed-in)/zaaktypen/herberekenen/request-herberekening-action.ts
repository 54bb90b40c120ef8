'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readHidden } from '#lib/ui/form/read-form.ts'
import { findZaaktypen } from '#lib/zaaksysteem/catalogus/find-zaaktypen.ts'
import { zaaksysteem } from '#lib/zaaksysteem/context.ts'
import { deskActor } from '#lib/zaaksysteem/sign-in/desk-actor.ts'
import { requireBeheerder } from '#lib/zaaksysteem/sign-in/require-beheerder.ts'
import { requestHerberekening } from '#lib/zaaksysteem/zaak/herberekening/request-herberekening.ts'
import { herberekeningPath } from '../../paths.ts'

/** Empty, a zaaktype, or a zaaktype with its version in force. */
const wanted = z.object({ wat: z.string().max(100) })

export async function requestHerberekeningAction(formData: FormData): Promise<void> {
  const actor = await deskActor(await requireBeheerder())
  const [zaaktype = '', versie] = readHidden(wanted, formData).wat.split(' ')
  const ctx = zaaksysteem()
  const found = (await findZaaktypen(ctx)).find(({ identificatie }) => identificatie === zaaktype)
  if (zaaktype !== '' && (!found || (versie !== undefined && versie !== String(found.versie)))) notFound()
  const naarVersie = (versie !== undefined && found?.versie) || null
  redirect(herberekeningPath(await requestHerberekening(ctx, { zaaktype: zaaktype || null, naarVersie, actor })))
}
