/** Texts of the signaleringen about a behandelaar's own zaken. */
export const signaleringen = {
  titel: 'Signaleringen',
  uitleg:
    'Wat u moet weten over uw zaken. Een regel verdwijnt als u de zaak opent of op ‘Gezien’ drukt, of als er niets meer te doen is.',
  inMenu: (n: number) => (n === 1 ? 'nieuwe signalering' : 'nieuwe signaleringen'),
  /** shown when there are more than are counted */
  meerDan: (n: number) => `${n}+`,
  kolom: { zaak: 'Zaak', wat: 'Wat', wanneer: 'Wanneer', gezien: 'Gezien' },
  wat: {
    aanvulling_ontvangen: 'Aanvulling ontvangen. Kijk bij de zaak hoe de termijn nu loopt.',
    aanvulling_deel_ontvangen: 'Een deel van de aanvulling is ontvangen.',
    aanvulling_nagekomen: 'Na de laatste dag kwam nog een aanvulling binnen. Kijk wat die betekent.',
    aanvulling_verlopen: 'Aanvulling niet op tijd. Kijk bij de zaak hoe de termijn nu loopt.',
    instemming_eindigt: 'De stilstand eindigt binnen twee werkdagen. Daarna loopt de termijn weer.',
    instemming_geeindigd: 'De stilstand is voorbij. De termijn loopt weer.',
    opschorting_duurt: 'De termijn staat nog stil. Controleer of dat nog klopt.',
    ingebrekestelling: 'De aanvrager schrijft dat het besluit te laat is. Na twee weken kost elke dag geld.',
    dwangsom_nabij: 'Beslis nu: binnen een paar dagen kost elke dag geld.',
    van_rechtswege:
      'Er is niet op tijd beslist: wat is gevraagd, is van rechtswege verleend. Maak dat binnen twee weken bekend.',
    aanvulling_gemeld: 'De aanvrager meldt dat er een aanvulling is gestuurd. Bevestig wat binnen is.',
    intrekking_gevraagd: 'De aanvrager wil de aanvraag intrekken.',
    vraag_gesteld: 'De aanvrager stelt een vraag. Beantwoord die bij de zaak.',
    bezorging_mislukt: 'Een bericht over deze zaak is na alle pogingen niet bezorgd.',
    toegewezen: 'Deze zaak is aan u toegewezen.',
    niet_toegewezen: 'Deze zaak van uw team heeft al twee dagen geen behandelaar.',
    mail_geweigerd: 'De mail over deze zaak kwam niet aan. Bel of schrijf de aanvrager.',
    brief_nodig: 'De aanvrager krijgt geen mail en heeft het nieuws na twee dagen niet gezien. Stuur een brief.',
    virus_gevonden:
      'In een document van de aanvrager zit een virus. Niemand kan het openen. Vraag het opnieuw, als u het nodig heeft.',
  },
  gegevenDoor: (naam: string) => `${naam} gaf u deze zaak.`,
  gezien: 'Gezien',
  gezienVan: (identificatie: string) => `: ${identificatie}`,
  allesGezien: 'Alles gezien',
  nieuwste: (n: number) => `U ziet de nieuwste ${n}. Druk op ‘Alles gezien’ om de rest te zien.`,
  leeg: 'Niets nieuws',
  leegUitleg: 'U heeft alles gezien. Wat nieuw is, komt op deze pagina.',

  mail: {
    titel: 'E-mail',
    label: 'Stuur mij ook een e-mail',
    uitleg: (email: string) =>
      `Naar ${email}. Alles wat nieuw is staat in één e-mail, met zaaknummers en links en zonder namen.`,
    knop: 'Opslaan',
    bezig: 'Bezig met opslaan…',
    aan: 'Opgeslagen. U krijgt signaleringen ook per e-mail.',
    uit: 'Opgeslagen. U krijgt geen e-mail meer.',
    geen_mailserver: 'Signaleringen per e-mail zijn hier niet ingesteld.',
    geen_adres: 'Wij kennen uw e-mailadres niet. Vraag de beheerder om het bij uw account te zetten en log opnieuw in.',
  },
} as const
