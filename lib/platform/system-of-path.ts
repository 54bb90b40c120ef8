import { hasSystem, platformEnv, type System } from './env.ts'

const PATHS: Record<System | 'demo', RegExp> = {
  zaaksysteem: /^\/(balie|ontwikkelaars|api\/zaaksysteem)(\/|$)/,
  publieksportaal: /^\/(mijn|portaalbeheer|aansluiten|api\/publieksportaal)(\/|$)/,
  demo: /^\/(demo|api\/demo)(\/|$)/,
}

/** Returns the system that a path belongs to; `undefined` for the path of no page or API. */
export function systemOfPath(pathname: string): System | 'demo' | undefined {
  return (Object.keys(PATHS) as (System | 'demo')[]).find((system) => PATHS[system].test(pathname))
}

/** True when this process serves `system`. */
export function isServed(system: System | 'demo'): boolean {
  return system === 'demo' ? platformEnv().DEMO : hasSystem(system)
}
