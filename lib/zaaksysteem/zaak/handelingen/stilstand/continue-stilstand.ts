import { continued, goesOn, type Standing } from '../rules.ts'

/** Continues a stilstand that was recorded while an aanvulling was open, after the act that ended that. */
export const CONTINUE_STILSTAND = {
  soort: 'opschorting',
  auditnaam: 'zaak_opschorten',
  recht: 'behandelen',
  needs: [
    {
      reason: 'nothing_goes_on',
      tekst: 'De termijn staat nergens anders meer om stil.',
      detail: 'No stilstand was recorded that goes on.',
      broken: ({ zaak }: Standing) => !goesOn(zaak),
    },
  ],
  rules: [],
  next: ({ zaak, zaaktype }: Standing) => continued(zaak, zaaktype),
} as const
