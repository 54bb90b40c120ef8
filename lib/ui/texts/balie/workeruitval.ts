import { aantal } from '../abonnementen.ts'

/** Texts for a beheerder when no worker runs: on each page, and in a mail. */
export const workeruitval = {
  titel: 'Het zaaksysteem verstuurt niets',
  watWacht: (sinds: string, wachtend: number) =>
    `Er draait geen worker: sinds ${sinds} is er geen teken van leven. Er ${wachtend === 1 ? 'wacht' : 'wachten'} nu ${aantal(wachtend, 'bericht', 'berichten')} aan andere systemen.`,
  gevolg:
    'De aanvrager ziet nog niet wat u wijzigt. Ook mails, bulkopdrachten, virusscans en het bewaken van termijnen staan stil. Er gaat niets verloren.',
  watNu: 'Start de worker opnieuw. Lukt dat niet? In zijn log staat waarom. Daarna gaat alles vanzelf verder.',
}
