import type { Taal } from '../../text/taal.ts'

/** The page that says of each change what became of it. */
const nl = {
  titel: 'Bewijs',
  link: 'Bewijs: wat u wanneer van ons kreeg',
  intro:
    'Hier leest u van elke wijziging wanneer wij die vastlegden en wat u ervan kreeg en zag. De nieuwste staat bovenaan.',
  kenmerkUitleg: 'Heeft u een vraag over een wijziging? Noem dan het kenmerk. Daarmee vinden wij hem terug.',
  gezienUitleg:
    'Wij weten dat u iets zag als de pagina van uw zaak 3 seconden in beeld was, of als u zelf zei dat u het heeft gelezen. Keek iemand die namens de aanvrager mag handelen? Dan staat dat erbij. Staat er ‘Niet bekend’? Dan kunt u het toch hebben gezien.',
  download: 'Download het bewijs als bestand',
  downloadUitleg:
    'U krijgt een JSON-bestand. Een ander programma kan dat lezen. U kunt deze pagina ook afdrukken. Wij schrijven op dat u het bewijs downloadt.',
  terug: 'Terug naar uw aanvraag',
  kenmerk: 'Kenmerk:',
  kolom: {
    wijziging: 'Wijziging',
    gebeurd: 'Vastgelegd bij de gemeente',
    ontvangen: 'Op deze site',
    mail: 'E-mail',
    gezien: 'Gezien',
  },
  ontvangen: {
    opgehaald: 'later opgehaald',
    metDeZaak: 'Dit kwam mee met de hele zaak. Wij weten niet op welk moment.',
  },
  mail: {
    gemaild: 'verstuurd',
    mail_geweigerd: 'niet aangekomen',
    mail_vervangen: 'niet apart gemaild, omdat een andere mail dit vertelt of omdat het niet meer gold',
    geen: 'Geen',
  },
  doorGemachtigde: 'door iemand die namens de aanvrager mag handelen',
  nietBekend: 'Niet bekend',
}

const en: typeof nl = {
  titel: 'Proof',
  link: 'Proof: what you received from us, and when',
  intro:
    'For each change you can read when we recorded it, and what you received and saw of it. The newest is at the top.',
  kenmerkUitleg: 'Do you have a question about a change? Please quote its reference, so that we can find it.',
  gezienUitleg:
    'We know that you saw something if the page of your case was in view for 3 seconds, or if you told us that you had read it. If someone who may act for the applicant looked, it says so. If it says ‘Not known’, you may still have seen it.',
  download: 'Download the proof as a file',
  downloadUitleg:
    'You get a JSON file, which other programs can read. Its words are in Dutch. You can also print this page. We write down that you download the proof.',
  terug: 'Back to your application',
  kenmerk: 'Reference:',
  kolom: {
    wijziging: 'Change',
    gebeurd: 'Recorded by the municipality',
    ontvangen: 'On this site',
    mail: 'Email',
    gezien: 'Seen',
  },
  ontvangen: {
    opgehaald: 'fetched later',
    metDeZaak: 'This came with the whole case. We do not know at which moment.',
  },
  mail: {
    gemaild: 'sent',
    mail_geweigerd: 'not delivered',
    mail_vervangen: 'not emailed separately, because another email says this or it no longer applied',
    geen: 'None',
  },
  doorGemachtigde: 'by someone who may act for the applicant',
  nietBekend: 'Not known',
}

export const bewijs: Record<Taal, typeof nl> = { nl, en }
