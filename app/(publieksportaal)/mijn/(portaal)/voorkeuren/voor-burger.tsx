/** In each form: for whom the page was made, because another may have signed in since. `requireBurgerOf` reads it. */
export function VoorBurger({ burgerId }: { burgerId: string }) {
  return <input type="hidden" name="burgerId" value={burgerId} />
}
