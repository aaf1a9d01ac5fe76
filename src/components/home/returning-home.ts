/** <returning-home>: stands in the hero's place for whoever has answered here before; the plan is fetched only then. */
class ReturningHome extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (document.documentElement.dataset.returning === undefined) return;
    try {
      const { showPlan } = await import('./plan.ts');
      await showPlan(this.querySelector('.plan')!);
    } catch {
      // Without a plan the page is the one for everybody.
      delete document.documentElement.dataset.returning;
    }
  }
}

customElements.define('returning-home', ReturningHome);
