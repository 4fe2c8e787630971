Console.WriteLine("huodi");
