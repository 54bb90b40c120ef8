import { aantal } from '../abonnementen.ts'

function wachtenNu(n: number): string {
  if (n === 0) return 'Er wacht nu geen bericht aan een ander systeem.'
  return `Er ${n === 1 ? 'wacht' : 'wachten'} nu ${aantal(n, 'bericht', 'berichten')} aan andere systemen.`
}

/** Texts for a beheerder when no worker runs: on each page, and in a mail. */
export const workeruitval = {
  titel: 'Het zaaksysteem verstuurt niets',
  watWacht: (sinds: string, wachtend: number) =>
    `Er draait geen worker: sinds ${sinds} is er geen teken van leven. ${wachtenNu(wachtend)}`,
  gevolg:
    'De aanvrager ziet nog niet wat u wijzigt. Ook mails, bulkopdrachten, virusscans en het bewaken van termijnen staan stil. Er gaat niets verloren.',
  watNu: 'Start de worker opnieuw. Lukt dat niet? In zijn log staat waarom. Daarna gaat alles vanzelf verder.',
}
