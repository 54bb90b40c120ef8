import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { platformEnv } from '#lib/platform/env.ts'
import { attachment } from '#lib/platform/http/attachment.ts'
import { writePdf } from '#lib/platform/pdf/write-pdf.ts'
import { getoondBestand } from '#lib/publieksportaal/bewijs/bewijsbestand.ts'
import { downloadBewijs } from '#lib/publieksportaal/bewijs/download-bewijs.ts'
import { isAmbiguousPdf, signPdf } from '#lib/publieksportaal/bewijs/handtekening/sign-bewijs.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { requireIngelogde } from '#lib/publieksportaal/sign-in/burger/sign-in.ts'
import { bewijs } from '#lib/ui/texts/mijn/bewijs.ts'
import { bewijsBlokken } from '../bewijs-blokken.ts'

/** Returns the signed bewijs of the citizen's own zaak as PDF; 404 for another citizen's. */
export async function GET(_: Request, { params }: { params: Promise<{ zaakId: string }> }): Promise<Response> {
  const { burgerId, gemachtigdeId } = await requireIngelogde()
  const ctx = publieksportaal()
  const { zaakId } = await params
  const download = await downloadBewijs(ctx, { burgerId, gemachtigdeId, zaakId })
  if (!download) return new Response(null, { status: 404 })
  const { bestand, op } = download
  const { GEMEENTE_NAAM: auteur } = platformEnv()
  const titel = `${bewijs.nl.titel} ${bestand.zaak.zaaknummer}`
  const inhoud = getoondBestand.parse(bestand)
  const { ontbreekt } = bewijs.nl
  const blokken = bewijsBlokken(auteur, download)
  const pdf = await writePdf({ titel, auteur, op, blokken, ontbreekt, inhoud }, isAmbiguousPdf)
  const signed = await signPdf(ctx, pdf, { code: bestand.code, op })
  return attachment(new Uint8Array(signed), `bewijs-${dateInAmsterdam(op)}.pdf`)
}
