import type { ZaaksysteemContext } from '../context.ts'

/** Deletes all handelingen, as only the owner of the table can: triggers refuse it to everybody. */
export async function clearHandelingen({ pool }: Pick<ZaaksysteemContext, 'pool'>): Promise<void> {
  await pool.query(`
    begin;
    alter table handeling disable trigger user;
    delete from handeling;
    alter table handeling enable trigger user;
    commit`)
}
