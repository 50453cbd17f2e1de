/** What may be removed without a list. Dangers to state, namespaces, definitions, Applications and immutable fields have none. */
export interface Budget {
  /** Objects at most. */
  readonly objects: number;
  /** And of the objects before, this share at most. */
  readonly share: number;
}

/** The same for every environment: a mass delete is a mistake until somebody says otherwise. */
export const BUDGET: Budget = { objects: 10, share: 0.02 };

/** How many of `total` objects may go without a list: the smaller of the two limits. */
export const budgetOf = (total: number, { objects, share }: Budget = BUDGET): number => Math.min(objects, Math.floor(total * share));
