export type Language = 'en' | 'zh';
export type Theme = 'paper' | 'dark';

export function kept(name: string): string | null {
  try {
    return localStorage.getItem('yanyun.' + name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem('yanyun.' + name, value);
  } catch {
    // A browser that keeps nothing shows the page all the same.
  }
}

function firstLanguage(): Language {
  if (typeof location === 'undefined') return 'en';
  const asked = new URLSearchParams(location.search).get('lang') ?? kept('language');
  if (asked === 'zh' || asked === 'en') return asked;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function firstTheme(): Theme {
  if (typeof matchMedia === 'undefined') return 'paper';
  const asked = kept('theme');
  if (asked === 'paper' || asked === 'dark') return asked;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'paper';
}

class Settings {
  language = $state<Language>(firstLanguage());
  theme = $state<Theme>(firstTheme());

  speak(language: Language): void {
    this.language = language;
    keep('language', language);
  }

  light(theme: Theme): void {
    this.theme = theme;
    keep('theme', theme);
  }
}

export const settings = new Settings();

/** Whether the reader asked for less motion: what moves then steps from day to day. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
