/** Texts about the outcome of a change: whether it was mailed to the aanvrager, and seen. */
export const bewijzen = {
  soort: {
    gezien: (op: string) => `Gezien door de aanvrager op ${op}`,
    gezien_door_gemachtigde: (op: string) => `Gezien door een gemachtigde op ${op}`,
    gemaild: (op: string) => `E-mail verstuurd op ${op}`,
    mail_geweigerd: (op: string) => `E-mail niet aangekomen op ${op}`,
    mail_vervangen: (op: string) => `Geen aparte e-mail: een latere noemt dit ook (${op})`,
    document_opgehaald: (op: string) => `Document bekeken of gedownload door de aanvrager op ${op}`,
    document_opgehaald_door_gemachtigde: (op: string) => `Document bekeken of gedownload door een gemachtigde op ${op}`,
  },
  bewaar: {
    titel: 'Bewijs van deze zaak',
    uitleg:
      'Per wijziging: wanneer die is vastgelegd en bij wie bezorgd, en of de aanvrager of een gemachtigde die kreeg en zag. Dat u dit bewaart, komt in de audittrail.',
    csv: 'Download het bewijs voor een spreadsheet (CSV)',
    jsonl: 'Download het bewijs voor een ander programma (JSON)',
  },
  nogNietGezien: 'Nog niet gezien door de aanvrager',
}
