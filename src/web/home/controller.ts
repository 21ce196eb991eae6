import { Controller, Get } from '@nestjs/common';
import { Requires } from '../../identity/requires.js';
import { SeeOther } from '../answer/page.js';

@Controller()
export class HomePage {
  @Get()
  @Requires('dashboard.read')
  show() {
    return new SeeOther('/dashboard');
  }
}
