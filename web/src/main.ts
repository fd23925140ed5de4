import '@fontsource/noto-serif-tc/500.css';
import 'ol/ol.css';
import './tokens.css';
import './page.css';
import { mount } from 'svelte';
import App from './App.svelte';

mount(App, { target: document.getElementById('page')! });
