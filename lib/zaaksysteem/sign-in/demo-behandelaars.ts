import { DEMO_BEHANDELAAR } from '#demo/stage/demo-zaak.ts'

/** A behandelaar who exists only in the demo and in tests; `subject` is the `sub` of an identity provider. */
type DemoBehandelaar = { subject: string; naam: string; team: string; rollen: readonly string[] }

export const DEMO_BEHANDELAARS: readonly DemoBehandelaar[] = [
  { subject: DEMO_BEHANDELAAR, naam: 'F. El Amrani', team: 'Vergunningen', rollen: ['heropenen', 'beheerder'] },
  { subject: 'j.visser', naam: 'J. Visser', team: 'Omgeving', rollen: ['behandelaar'] },
  { subject: 'b.dekker', naam: 'B. Dekker', team: 'Omgeving', rollen: ['heropenen', 'coordinator', 'bsn_zoeken'] },
  { subject: 'c.mulder', naam: 'C. Mulder', team: 'Vergunningen', rollen: ['behandelaar'] },
  { subject: 'i.demir', naam: 'I. Demir', team: 'Parkeren en verkeer', rollen: ['behandelaar'] },
  {
    subject: 'w.postma',
    naam: 'W. Postma',
    team: 'Parkeren en verkeer',
    rollen: ['behandelaar:Parkeren en verkeer', 'heropenen:Parkeren en verkeer'],
  },
  { subject: 'l.jansen', naam: 'L. Jansen', team: 'Omgeving', rollen: ['lezer'] },
  { subject: 'm.dehaan', naam: 'M. de Haan', team: 'Archief', rollen: ['archivaris'] },
  { subject: 'h.vos', naam: 'H. Vos', team: 'Privacy', rollen: ['privacy'] },
]
