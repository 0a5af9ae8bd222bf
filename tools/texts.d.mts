/** Texts by themselves or, where a comment tells them apart, with that. @throws where one is not for people */
export function texts(
  folder?: string,
): Readonly<Record<string, string | { readonly message: string; readonly comment: readonly string[] }>>;
