import { FOUTSOORTEN } from '#lib/contract/webhook.ts'
import { titled } from '#lib/ui/shell/titled.ts'
import { Table } from '#lib/ui/staff/list/table.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { MAX_ABONNEMENTEN } from '#lib/zaaksysteem/abonnement/client-limits.ts'
import { REFUSALS_OF_TOESTEMMING } from '#lib/zaaksysteem/abonnement/toestemming/request-toestemming.ts'
import { REFUSALS } from '#lib/zaaksysteem/zaak/api/refusals.ts'
import { foutUitlegOfSink } from '../../../(zaaksysteem)/abonnementen/viewer.ts'
import { Prose } from '../paginas/prose.tsx'
import { ERROR_CODES } from './error-codes.ts'

export const generateMetadata = titled((taal) => ontwikkelaarsMenu[taal].paginas.fouten)

export default async function FoutenPage() {
  const taal = await currentTaal()
  const foutcodes =
    (codes: readonly string[]) =>
    (label = '', code = '', kort = '', uitleg = '') => (
      <Table
        label={label}
        rows={codes}
        keyOf={(name) => name}
        columns={[
          { name: code, cell: (name) => <code>{name}</code> },
          { name: kort, cell: (name) => foutUitlegOfSink(name, null, taal).kort },
          { name: uitleg, cell: (name) => foutUitlegOfSink(name, null, taal).watNu },
        ]}
      />
    )
  return (
    <Prose
      pagina="fouten"
      values={{ abonnementen: String(MAX_ABONNEMENTEN) }}
      insets={{
        onderdelen: (label = '', code = '', bij = '', betekenis = '') => (
          <Table
            label={label}
            rows={ERROR_CODES}
            keyOf={({ problem, code: name }) => `${problem} ${name}`}
            columns={[
              { name: code, cell: ({ code: name }) => <code>{name}</code> },
              { name: bij, cell: ({ problem }) => <code>{problem}</code> },
              { name: betekenis, cell: ({ detail }) => <span lang="en">{detail}</span> },
            ]}
          />
        ),
        weigeringen: (label = '', code = '', status = '', betekenis = '') => (
          <Table
            label={label}
            rows={Object.entries(REFUSALS)}
            keyOf={([name]) => name}
            columns={[
              { name: code, cell: ([name]) => <code>{name}</code> },
              { name: status, cell: ([, refusal]) => refusal.status },
              { name: betekenis, cell: ([, refusal]) => <span lang="en">{refusal.detail}</span> },
            ]}
          />
        ),
        foutsoorten: foutcodes(FOUTSOORTEN),
        toestemmingscodes: foutcodes(REFUSALS_OF_TOESTEMMING),
      }}
    />
  )
}
