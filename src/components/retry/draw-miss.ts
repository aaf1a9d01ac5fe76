/** Draws the program that answers a miss: the same belief, other names, a case on which the belief goes wrong again. */
import type { BeliefId } from '../../course/beliefs.ts';
import { type ItemState, itemKey, itemStates } from '../../course/progress/state.ts';
import { familyFor, type Miss } from '../../course/variants/choose.ts';
import type { Family } from '../../course/variants/schema.ts';
import { pageLanguage } from '../dom.ts';
import { load, PACK } from '../progress/store.ts';
import { Drawer, type DrawnElement } from '../variants/draw.ts';
import { fetchFamilies } from '../variants/families.ts';

/** How often the family was answered here: each time it draws other names. */
function drawsOf(family: Family): number {
  return itemStates(load()).get(itemKey(PACK, `variants/${family.id}`))?.answers.length ?? 0;
}

export class Transfers {
  readonly #drawer: Drawer;
  readonly #families: readonly Family[];

  private constructor(drawer: Drawer, families: readonly Family[]) {
    this.#drawer = drawer;
    this.#families = families;
  }

  static async open(): Promise<Transfers> {
    const [drawer, families] = await Promise.all([Drawer.open(pageLanguage()), fetchFamilies()]);
    return new Transfers(drawer, families);
  }

  /** Undefined where no family fits. */
  async draw(miss: Miss): Promise<DrawnElement | undefined> {
    const found = familyFor(this.#families, miss);
    if (!found) return undefined;
    const { family } = found;
    const shown = [...miss.beliefs, ...miss.about];
    const wants = shown.find((belief): belief is BeliefId => family.beliefs.includes(belief));
    return this.#drawer.drawFresh({
      family,
      draw: drawsOf(family) + 1,
      wants,
      goal: miss.goal,
      occasion: 'retry',
      lesson: miss.lessons[0]!,
    });
  }

  /** A family once more, for the review: on the new program the belief that was shown last goes wrong again. */
  drawAgain({ item, lesson, last }: ItemState): Promise<DrawnElement> {
    const family = this.#families.find(({ id }) => item === `variants/${id}`)!;
    const wants = family.beliefs.find((belief) => last.misconceptions.includes(belief));
    return this.#drawer.drawFresh({ family, draw: drawsOf(family) + 1, wants, occasion: 'review', lesson });
  }
}
