import type { Atlas } from '../api/client';
import { words, type Word } from '../words';
import { full, named, say, unknown } from './say';
import type { View } from './table.svelte';

/** A text by a word that comes from the house; the word itself where there is none. */
export const word = (key: string): string => (key in words ? say(key as Word) : key.endsWith('-undefined') ? unknown : key.slice(key.indexOf('-') + 1));

/** What a value of an order, or of a view, is called. */
export function nameOf(atlas: Atlas, view: View | null, type: string, id: string | undefined): string {
  if (id === undefined) return unknown;
  switch (type) {
    case 'place': {
      const one = atlas.places.find((other) => other.id === id);
      return one ? named(one) : id;
    }
    case 'force': {
      const one = view?.forces[id] ?? atlas.forces.find((other) => other.id === id);
      return one ? named(one) : id;
    }
    case 'person': {
      const one = atlas.persons.find((other) => other.id === id);
      return one ? full(one) : id;
    }
    case 'seat': {
      const one = atlas.seats.find((other) => other.id === id);
      return one ? named({ en: one.english, zh: one.chinese }) : id;
    }
    case 'polity': {
      const one = atlas.polities.find((other) => other.id === id);
      return one ? named(one) : id;
    }
    case 'code': {
      const one = atlas.codes.find((other) => other.id === id);
      return one ? named(one) : id;
    }
    case 'treaty':
    case 'crossing': {
      const one = (type === 'treaty' ? atlas.treaties : atlas.crossings).find((other) => other.id === id);
      return one ? named(one) : id;
    }
    case 'choice':
      return word('choice-' + id);
    default:
      return id;
  }
}

/** Who holds a place, by his row among the parties from 1; 0 is nobody. */
export const holderName = (atlas: Atlas, row: number | undefined): string => (row === undefined ? unknown : row === 0 ? say('nobody') : nameOf(atlas, null, 'polity', atlas.polities[row - 1]?.id));

/** Of what kind the values of a field of an order are, where only its name is known. */
export function typeOfField(verb: string, field: string): string {
  if (field === 'force' || field === 'leader') return 'force';
  if (field === 'to') return ['direct', 'grant', 'inform', 'appoint', 'propose', 'accept', 'decline', 'argue', 'dismiss'].includes(verb) ? 'seat' : 'place';
  if (field === 'place' || field === 'from') return 'place';
  if (field === 'person') return 'person';
  if (field === 'with') return 'polity';
  if (field === 'treaty' || field === 'crossing') return field;
  return ['pace', 'stance', 'task', 'authority', 'counsel'].includes(field) ? 'choice' : 'number';
}
