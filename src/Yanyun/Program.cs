System.Console.WriteLine("yanyun");
