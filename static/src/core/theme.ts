/** The theme switch: takes effect at once; the cookie is the server's business, so the next page comes out right. */
export type Theme = "" | "light" | "dark";

export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme) root.dataset["theme"] = theme;
  else delete root.dataset["theme"];
  const meta = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  if (meta) meta.content = theme || "light dark";
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-form] button[name="theme"]')) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}

export function startTheme(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches("[data-theme-form]")) return;
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    applyTheme(button.value === "light" || button.value === "dark" ? button.value : "");
    form.closest("details")?.removeAttribute("open");
    const data = new FormData(form);
    data.set("theme", button.value);
    // A redirect to the page is what a plain form gets; its body is of no use here.
    void fetch(form.action, { method: "POST", body: data, credentials: "same-origin", redirect: "manual" }).catch(() => undefined);
  });
}
