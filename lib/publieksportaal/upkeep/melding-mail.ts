import { momentInAmsterdam } from '#lib/platform/calendar.ts'

/** The e-mail about a bron that fails verification. It holds nothing of the refused deliveries. */
export function meldingMail({
  source,
  faaltSinds,
  portaalUrl,
}: {
  source: string
  faaltSinds: Date
  portaalUrl: string
}): { subject: string; text: string } {
  const text = `Het publieksportaal krijgt berichten van ${source}.

Sinds ${momentInAmsterdam(faaltSinds)} kan het portaal niet meer vaststellen dat ze echt daarvandaan komen. Daarom weigert het die berichten. Inwoners zien wijzigingen misschien te laat.

Wat kan er aan de hand zijn?
- De sleutel of het geheim van deze bron is gewijzigd, en het portaal weet dat nog niet.
- Iemand anders doet zich voor als deze bron.

Wat kunt u doen?
1. Bekijk bij de afwijzingen wat er precies niet klopt.
2. Vraag de beheerder van de bron of daar iets is gewijzigd.
3. Vertrouwt u het niet? Trek de bron dan in.

De bronnen en de afwijzingen:
${new URL('/portaalbeheer', portaalUrl).href}
`
  return { subject: `Berichten geweigerd: ${source} is niet te controleren`, text }
}
