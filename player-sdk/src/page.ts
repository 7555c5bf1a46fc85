import type { Cancel } from "./clock.js";

/** What a page goes through. */
export interface PageListener {
  /** Out of sight, and perhaps soon gone: on phones the last thing a page hears. */
  hidden(): void;
  /** Being left or closed. */
  leaving(): void;
  /** Back out of the back-forward cache. */
  back(): void;
}

/** Listens to the page until cancelled. */
export function watchPage(listener: PageListener): Cancel {
  const onVisibility = (): void => {
    if (pageHidden()) {
      listener.hidden();
    }
  };
  const onHide = (): void => listener.leaving();
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) {
      listener.back();
    }
  };
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", onHide);
  window.addEventListener("pageshow", onShow);
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", onHide);
    window.removeEventListener("pageshow", onShow);
  };
}

export function pageHidden(): boolean {
  return document.visibilityState === "hidden";
}

/** Whether the viewer has just acted; undefined where the browser does not say. */
export function viewerActed(): boolean | undefined {
  return navigator.userActivation?.isActive;
}
