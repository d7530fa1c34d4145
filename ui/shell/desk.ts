import type { ComponentType } from 'react';
import type { MessageBundle, Said } from '../language/messages.ts';

/** What a page gets from its address. */
export type PageProps<Search = Record<string, unknown>> = {
  /** The `$name` parts of the path. */
  params: Readonly<Record<string, string>>;
  search: Search;
  /** Changes part of the address's query; a value of undefined takes it away. */
  setSearch: (patch: Partial<Search>, options?: { replace?: boolean }) => void;
};

export type DeskRoute = {
  /** Absolute, `$` before a variable part: `/water/plans/$plan`. */
  path: string;
  title: Said;
  /** Without it the page is open to whoever is signed in. */
  permission?: string;
  search: (raw: Record<string, unknown>) => Record<string, unknown>;
  page: () => Promise<{ default: ComponentType<PageProps> }>;
};

/** Declares a page by its address; `search` turns the raw query into what the page may rely on. */
export function deskRoute<Search extends Record<string, unknown> = Record<string, never>>(
  route: Omit<DeskRoute, 'search' | 'page'> & {
    search?: (raw: Record<string, unknown>) => Search;
    page: () => Promise<{ default: ComponentType<PageProps<Search>> }>;
  },
): DeskRoute {
  return { search: () => ({}), ...route } as DeskRoute;
}

export type DeskNavItem = {
  href: string;
  label: Said;
  icon: ComponentType;
  permission?: string;
};

/** One desk as the console takes it in. */
export type ConsoleDesk = {
  id: string;
  name: Said;
  /** What it can take up once a response is opened. */
  onceOpened: Said;
  nav: readonly DeskNavItem[];
  routes: readonly DeskRoute[];
  messages: readonly MessageBundle[];
};
